package io.tensionwire.detection.verdict;

import io.tensionwire.model.Genre;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What title and address say of the kind of text. The first sign that is there counts. */
final class GenreSigns {
  private record Sign(Genre genre, ScriptedPattern pattern) {}

  private static final List<Sign> TITLE = List.of(
      sign(Genre.ROUNDUP,
          "\\b(roundup|round-up|news summary|in brief|at a glance|horoscopes?|headlines|top stories|news digest|morning briefing"
          + "|(morning|evening|weekly|daily) (dispatch|digest|brief|bulletin|edition)|newsletter|week in review)\\b"
          + "|뉴스 모음|뉴스 브리핑|헤드라인|간추린|이 시각|한눈에|주요 뉴스|단신|브리핑\\]"
          + "|главное за|итоги (дня|недели)|главные новости|новости к|дайджест|коротко:|топ новостей|обзор прессы"),
      sign(Genre.LIVE, "\\blive(blog| updates)?:|\\blive blog\\b|실시간|онлайн:|\\[속보 중계|онлайн-трансляция|хроника дня"),
      sign(Genre.INTERVIEW, "\\binterview\\b|: a talk with\\b|인터뷰|일문일답|интервью|\\[대담|대담\\]"),
      sign(Genre.OPINION,
          "\\b(opinion|editorial|op-ed|commentary)\\b|^(column|view|letter)s?[:|]|칼럼|사설|기고|시론|논설|오피니언|\\[기자수첩|기자의 눈"
          + "|데스크|мнение:|^мнение\\b|колонка|реплика:|письмо редактору"),
      sign(Genre.ANNIVERSARY,
          "\\banniversary\\b|\\byears (on|after|later|ago)\\b|\\bremember(s|ing)?\\b.*\\b(dead|victims|fallen|flight|war)\\b"
          + "|\\bon this day\\b|오늘의 역사|역사 속|주년|주기\\b|годовщин|\\bлет назад\\b|\\bгода? назад\\b|день в истории|-лети[еяю]\\b"),
      sign(Genre.EXPLAINER,
          "\\bexplainer\\b|^(q&a|faq)\\b|^(what|who|how|where) (is|are|does|do|exactly|makes?)\\b|\\bwhat to know\\b|\\bexplained$"
          + "|\\bin (three|four|five|six|seven|\\d+) questions\\b|\\bthings to know\\b|^(a )?(timeline|glossary|primer)\\b"
          + "|q&a|궁금증|알아보자|무슨 일이 있었나|사전\\]|\\[용어|란\\?$|이란\\?$|무엇이|뭐가 다를까|어떻게 시작|왜 지금|문답"
          + "|вопросы и ответы|разбираемся|что такое|^справка|\\bсправка:|хронология|как устроен|как работает|история вопроса"),
      sign(Genre.ANALYSIS,
          "\\b(analysis|news focus|a look at|reckoning)\\b|^why |: why |포커스\\]|뉴스분석|분석\\]|\\[심층|해설|진단\\]|신호 셋|세 가지"
          + "|전망은|эксперты?:|политолог:|востоковед:|анализ:|аналитика|разбираем|разбор:|^почему "),
      sign(Genre.OTHER, "^\\[?discussion\\]?|\\bspoilers?\\b|ㄷㄷ|ㅋㅋ|ㅎㄷㄷ|실화냐|\\[서평|서평\\]|\\[북리뷰|\\[소설|рецензия|форум:"),
      sign(Genre.OFFICIAL,
          "\\bpress release\\b|^(statement|comment|remarks|readout|briefing) (by|of|on)\\b|^foreign ministry statement\\b|보도자료|\\[보도참고"
          + "|대변인 (논평|성명)$|пресс-релиз|^(комментарий|заявление|сообщение|брифинг) (мид|департамент|посольств|официальн|министерств)"
          + "|^об? (\\S+ ){0,6}(консультаци|встреч|бесед|переговор|телефонн|контакт|заседани|визит)"));

  private static final List<Sign> HOST = List.of(
      sign(Genre.OFFICIAL, "(^|\\.)(mid|kremlin|government|mil|duma\\.gov|council\\.gov)\\.ru$|\\.go\\.kr$|(^|\\.)korea\\.kr$"
          + "|\\.gov(\\.[a-z]{2})?$|\\.mil$|(^|\\.)un\\.org$"),
      sign(Genre.EXPLAINER, "(^|\\.)(wikipedia\\.org|namu\\.wiki|britannica\\.com|ruwiki\\.ru)$"),
      sign(Genre.OTHER, "(^|\\.)(blog\\.naver\\.com|cafe\\.naver\\.com|tistory\\.com|livejournal\\.com|dcinside\\.com"
          + "|reddit\\.com|medium\\.com|blogspot\\.com|wordpress\\.com|pikabu\\.ru|dzen\\.ru|vk\\.com)$"));

  private static final List<Sign> PATH = List.of(
      sign(Genre.OPINION, "/(opinions?|columns?|columnists?|editorials?|op-?ed|commentary|kolumnisty|kolonki|mneniya|mnenie|authors?)/"),
      sign(Genre.ANALYSIS, "/(analysis|analytics|analitika|analyses|indepth|in-depth|articles?/analysis)/"),
      sign(Genre.INTERVIEW, "/(interviews?|intervyu|interviu)/"),
      sign(Genre.EXPLAINER, "/(explainers?|encyclopedia|spravka|fact-?check|faq|wiki)/"),
      sign(Genre.LIVE, "/(live|liveblog|online|onlayn)/"),
      sign(Genre.ROUNDUP, "/(digest|briefing|newsletters?|daydzhest|obzor)/"),
      sign(Genre.OFFICIAL, "/(press-?releases?|pressreleases?|statements?|transcripts)/"),
      sign(Genre.OTHER, "/(forum|blogs?|community)/"));

  private GenreSigns() {}

  static @Nullable Genre inTitle(String title) {
    return first(TITLE, title);
  }

  static @Nullable Genre inAddress(URI url) {
    Genre host = first(HOST, String.valueOf(url.getHost()).toLowerCase(Locale.ROOT));
    return host != null ? host : first(PATH, String.valueOf(url.getPath()).toLowerCase(Locale.ROOT));
  }

  private static @Nullable Genre first(List<Sign> signs, String text) {
    for (Sign sign : signs) {
      if (sign.pattern().in(text)) {
        return sign.genre();
      }
    }
    return null;
  }

  private static Sign sign(Genre genre, String pattern) {
    return new Sign(genre, ScriptedPattern.of(pattern));
  }
}
