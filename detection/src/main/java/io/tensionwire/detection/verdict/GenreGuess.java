package io.tensionwire.detection.verdict;

import io.tensionwire.model.Article;
import io.tensionwire.model.Genre;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The kind of text: what feed or page say, else what address, title and first words give away. */
public final class GenreGuess {
  private static final int OPENING = 600;

  private record Sign(Genre genre, Pattern pattern) {}

  private static final List<Sign> IN_TITLE = List.of(
      sign(Genre.INTERVIEW, "\\binterview\\b|인터뷰|интервью"),
      sign(Genre.OPINION, "\\b(opinion|editorial|op-ed|commentary)\\b|칼럼|사설|기고|시론|논설|오피니언|мнение:|колонка"),
      sign(Genre.ANALYSIS,
          "\\b(analysis|news focus|a look at)\\b|^why |: why |포커스\\]|뉴스분석|эксперты?:|분석]|\\[심층|해설|"
          + "анализ:|аналитика"),
      sign(Genre.EXPLAINER,
          "\\b(explainer|what is|what makes|explained|what to know|faq)\\b|q&a|궁금증|вопросы и ответы|"
          + "разбираемся|알아보자|무슨 일이 있었나|что такое|справка"),
      sign(Genre.LIVE, "\\blive(blog| updates)?:|실시간|онлайн:|\\[속보 중계|онлайн-трансляция"),
      sign(Genre.ROUNDUP,
          "\\b(roundup|news summary|in brief|headlines|top stories|news digest|morning briefing|"
          + "evening briefing|daily digest|week in review|at a glance|horoscopes?)\\b|뉴스 모음|뉴스 브리핑|헤드라인|간추린|이 시각|한눈에|주요 뉴스|"
          + "главное за|итоги дня|главные новости|новости к|дайджест|коротко:|топ новостей"),
      sign(Genre.OFFICIAL, "\\bpress release\\b|보도자료|пресс-релиз"));
  private static final List<Sign> IN_PATH = List.of(
      sign(Genre.OPINION, "/(opinion|column|editorial)s?/"), sign(Genre.ANALYSIS, "/analysis/"),
      sign(Genre.INTERVIEW, "/interviews?/"), sign(Genre.LIVE, "/live/"));
  private static final Pattern INTERVIEW =
      Pattern.compile("\\b(in an?( \\w+)? interview with|sat down with)\\b|와의 인터뷰|과의 인터뷰|인터뷰에서|в интервью");

  /** A word in capitals that opens a line or a sentence: the place of an item, a star sign, the name of a country. */
  private static final Pattern HEAD = Pattern.compile("(?:^|\\n|[.!?][\"”]? )\\s*(\\p{Lu}{4,}(?: \\p{Lu}{2,})*)\\b");
  private static final int HEADS = 4;

  private GenreGuess() {}

  public static Genre of(Article article) {
    if (article.genre() != Genre.REPORT && article.genre() != Genre.OTHER) {
      return article.genre();
    }
    String title = article.title().toLowerCase(Locale.ROOT);
    for (Sign sign : IN_TITLE) {
      if (sign.pattern().matcher(title).find()) {
        return sign.genre();
      }
    }
    String path = String.valueOf(article.url().getPath()).toLowerCase(Locale.ROOT);
    for (Sign sign : IN_PATH) {
      if (sign.pattern().matcher(path).find()) {
        return sign.genre();
      }
    }
    String body = article.body();
    if (HEAD.matcher(body).results().map(head -> head.group(1)).distinct().limit(HEADS).count() == HEADS) {
      return Genre.ROUNDUP;
    }
    String opening = body.substring(0, Math.min(OPENING, body.length())).toLowerCase(Locale.ROOT);
    long quotes = body.chars().filter(c -> c == '“' || c == '«' || c == '"').count();
    return quotes >= 8 && INTERVIEW.matcher(body.toLowerCase(Locale.ROOT)).find() && quotes * 700 >= body.length()
        || INTERVIEW.matcher(opening).find() && quotes >= 4 ? Genre.INTERVIEW : article.genre();
  }

  private static Sign sign(Genre genre, String pattern) {
    return new Sign(genre, Pattern.compile(pattern));
  }
}
