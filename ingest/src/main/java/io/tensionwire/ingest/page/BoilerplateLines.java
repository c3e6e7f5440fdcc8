package io.tensionwire.ingest.page;

import java.util.regex.Pattern;

/**
 * Lines that sites put into articles: asks to share, related articles, rights, the reporter's address. Each pattern must
 * match a whole line, and none may match a sentence of a report: where words could begin one, a mark, a link's arrow or
 * the name of a network must follow.
 */
final class BoilerplateLines {

  /** No line of the site's own is longer. */
  private static final int LONGEST = 260;
  private static final int LONGEST_HEAD = 60;
  private static final int LONGEST_FACT = 100;
  private static final int SHORTEST_SENTENCE = 40;

  private static final String NETWORKS =
      "(?:facebook|twitter|x|linkedin|whatsapp|telegram|pinterest|reddit|e-?mail|print|instagram|vk|ok|(?:copy )?link|"
          + "flipboard|threads|bluesky|youtube|tiktok|mastodon|messenger|페이스북|트위터|카카오톡|네이버|밴드|вконтакте|одноклассники)";

  private static final Pattern ENGLISH = any(
      "(?:share|tweet|email|print|save|copy link|comments?|reply|advertisement|ad|sponsored|subscribe(?: now)?|sign up|log in|"
          + "sign in|listen|read later|show caption|hide caption|view all|learn more|read more|read the full story|"
          + "continue reading|get started|back to top|skip to (?:main )?content|featured|play video|watch|close|menu|"
          + "toggle caption|enlarge this image|(?:story )?continues? below(?: this)? ad\\w*|article continues below\\W*)",
      "(?:" + NETWORKS + "[\\s|,·/]*){2,}",
      "share (?:this(?: \\w+){0,3}|(?:on|via|with|to) \\w+)\\W*",
      "(?:(?:©|\\(c\\)|ⓒ)|copyright (?:©|\\(c\\)|ⓒ|(?:19|20)\\d\\d))\\s?.{0,160}",
      "all rights reserved.{0,40}",
      "(?:follow|find|join|like) us (?:on|at)\\b.{0,80}",
      "this (?:post|article|page|story) (?:may )?contains? affiliate links.{0,160}",
      "(?:sign up|subscribe) (?:for|to)\\b.{0,140}(?:newsletter|inbox|updates|channel|podcast)\\b.{0,80}",
      "(?:was this (?:article|page) helpful|did you like this article)\\W*",
      "(?:also )?(?:related(?: (?:story|article|news))?|read (?:more|also|next)|also read|see also|more on this(?: story)?|"
          + "further reading|recommended(?: reading)?|watch|don.t miss|you may also like)(?:\\s?[:：|»>–—]|\\s-\\s).{0,200}",
      "read our full\\b.{0,120} review",
      "(?:photos?|image|picture|photo credits?|image credits?|credit)\\s?(?:by |[:：]|credit[:：]|courtesy(?: of)?)[^.!?]{0,90}",
      "[^.!?]{0,60}/\\s?(?:getty images|shutterstock|istock|unsplash|ap photo|afp|reuters|epa)[^.!?]{0,40}",
      "(?:see|check) (?:the )?(?:latest )?price (?:at|on)\\b.{0,40}",
      "[^.!?]{0,50}\\s?[\\w.+-]{2,40}@[\\w-]{1,40}(?:\\.[\\w-]{2,20}){1,3}\\W{0,3}");

  private static final Pattern KOREAN = any(
      "(?:공유(?:하기)?|댓글|프린트|인쇄|스크랩|글자\\s?크기.{0,20}|가가?|구독(?:하기|중)?|기사\\s?공유|좋아요|닫기|복사|URL\\s?복사|광고|추천|"
          + "로그인|회원가입|목록|본문\\s?듣기|음성으로 듣기|이전|다음|맨\\s?위로|위로|더\\s?보기|전체보기|뉴스레터.{0,30})",
      "\\W{0,3}(?:관련\\s?(?:기사|뉴스|영상|콘텐츠)|함께 (?:보면|읽으면) 좋은.{0,10}|많이 본 (?:기사|뉴스)|인기\\s?(?:기사|뉴스)|추천\\s?(?:기사|뉴스)|"
          + "이\\s?시각\\s?(?:주요|인기)?\\s?뉴스|주요\\s?뉴스|핫\\s?뉴스|최신\\s?(?:기사|뉴스)|더 볼만한.{0,10}|연관\\s?기사)\\s?(?:[:>▶\\]].{0,60})?",
      ".{0,100}무단\\s?(?:전재|복제|배포|전제|도용).{0,16}(?:재배포|금지|배포).{0,80}",
      "\\W{0,3}저작권자\\s?[(（]?(?:ⓒ|©|c\\b).{0,120}",
      "\\W{0,2}(?:사진|자료\\s?사진|그래픽|영상|사진\\s?출처|출처|사진\\s?제공)\\s?[=:/｜|][^.]{0,60}",
      "\\W{0,3}(?:제보는?|카카오톡|네이버|유튜브|텔레그램|이메일|전화|페이스북)\\s?(?:\\W|에서|채널|를|을).{0,60}(?:구독|제보|추가|검색|@|:).{0,60}",
      "(?:▶|☞|▷|►|◆|■|→|※)\\s?.{0,60}(?:구독|바로가기|보러\\s?가기|클릭|앱|채널|제보|다운|기사\\s?더|뉴스\\s?더|홈페이지).{0,60}",
      "(?:입력|수정|등록|송고|승인|기사입력|최종수정|업데이트)\\s?[:|]?\\s?(?:19|20)\\d\\d.{0,60}");

  private static final Pattern RUSSIAN = any(
      "(?:поделиться|комментарии(?:\\s?\\(?\\d+\\)?)?|реклама|подписаться|подпишитесь|распечатать|печать|скопировать ссылку|"
          + "обсудить|закрыть|войти|регистрация|копировать|ссылка скопирована|показать ещ[её]|ещ[её]|наверх|слушать|в избранное|"
          + "сохранить|версия для печати)",
      "(?:читайте|смотрите|слушайте)\\s(?:также|ещ[её]|по теме|далее)(?:\\W.{0,200})?",
      "(?:читать|читайте|смотреть|подробнее|по теме|ранее по теме)(?:\\s(?:также|далее|полностью))?\\s?[:：»>→].{0,200}",
      "(?:читать (?:далее|полностью)|подробнее|по теме|(?:материалы|новости|главное|ранее) по теме)",
      "(?:подписывайтесь|подпишитесь|присоединяйтесь|следите за|читайте нас|оставайтесь)\\b.{0,80}"
          + "(?:канал|телеграм|telegram|рассылк|дзен|вконтакте|соцсет|новост|youtube|мессенджер|\\bmax\\b).{0,100}",
      "(?:фото|видео|иллюстрация|источник фото|изображение|инфографика)\\s?[:：/©].{0,120}",
      "(?:все права защищены.{0,120}|при .{0,60}(?:материал|перепечатк|цитирован).{0,120}(?:ссылк|обязател|разрешен).{0,80})",
      "(?:нашли|заметили|сообщить об?|если вы (?:нашли|заметили|обнаружили))\\s(?:ошибк|опечатк).{0,160}",
      "(?:наш (?:телеграм|telegram)|мы в (?:telegram|телеграм|соцсетях|вконтакте|дзен)).{0,100}");

  /** Heads of what follows an article. */
  private static final Pattern END = any(
      "(?:(?:related|recommended|popular|trending|recent|more|latest|similar|other|featured|top|next)"
          + "(?: \\w+)? (?:articles?|stories|news|posts?|reading|links|videos|coverage))\\W*",
      "(?:recent posts|related|read next|up next|you (?:might|may)(?: also)? (?:like|enjoy|be interested).{0,20}|"
          + "you.ll also love.{0,5}|see also|more from\\b.{0,40}|more on\\b.{0,40}|more stories|keep reading|what to read next|"
          + "most (?:read|popular|viewed)|editor.?s.? picks?|don.t miss|around the web|from our partners)\\W*",
      "(?:about (?:the )?(?:authors?|writer|contributors?)|written by|author bio|meet (?:the|your) (?:author|guide|writer)s?|"
          + "who curated this article\\??)\\W*",
      "(?:comments?(?: \\(?\\d+\\)?)?|\\d+ (?:comments?|responses?|replies|thoughts on.{0,60})|leave a (?:comment|reply)|"
          + "post a comment|join the (?:conversation|discussion)|add a comment|comment policy)\\W*",
      "(?:share this\\b.{0,20}|spread the word|follow us\\b.{0,30}|stay (?:connected|informed|up to date).{0,30}|"
          + "subscribe to\\b.{0,40}|sign up\\b.{0,40}|newsletter|get (?:our|the)\\b.{0,20}newsletter.{0,20})\\W*",
      "(?:republish(?: this article)?|republish!|filed under|tags|topics|categories)\\W*",
      "\\W{0,3}(?:관련\\s?(?:기사|뉴스)|많이\\s?본\\s?(?:기사|뉴스)|인기\\s?(?:기사|뉴스)|추천\\s?(?:기사|뉴스)|실시간\\s?(?:인기|주요).{0,6}|주요\\s?뉴스|"
          + "이\\s?시각\\s?.{0,6}뉴스|댓글.{0,10}|기자의?\\s?다른\\s?기사.{0,6}|최신\\s?(?:기사|뉴스)|다른\\s?(?:기사|뉴스).{0,8}|관련\\s?태그|"
          + "함께 (?:보면|읽으면) 좋은.{0,10})\\W*",
      "(?:читайте (?:также|ещ[её]|далее|по теме)|смотрите также|материалы по теме|(?:новости )?по теме|"
          + "похожие (?:новости|материалы|статьи)|другие (?:новости|материалы)|главные новости|последние новости|"
          + "популярн(?:ое|ые).{0,20}|рекомендуем.{0,20}|новости партн[её]ров|комментарии.{0,10}|ещ[её] по теме|"
          + "самое (?:читаемое|интересное|важное).{0,10}|лента новостей|теги|ранее по теме)\\W*");

  /** Lines between headline and text. */
  private static final Pattern BEFORE_TEXT = any(
      "(?:by|written by|edited by|reviewed by|words by|story by)\\s[^.!?]{2,70}",
      "(?:last )?(?:updated|published|posted|modified|reviewed|submitted)(?:\\s?(?:on|at|:|\\|))?\\s.{0,20}\\d.{0,40}",
      "\\[submitted on .{0,40}\\]",
      "(?:estimated )?(?:reading time:?\\s?)?\\d{1,3}[\\s-]min(?:ute)?s?(?: read| listen)?",
      "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}*\\.?\\s\\d{1,2}"
          + "(?:st|nd|rd|th)?,?\\s(?:19|20)\\d\\d.{0,40}",
      "\\d{1,2}\\.?\\s\\p{L}{3,12}\\.?,?\\s(?:19|20)\\d\\d(?:\\s?(?:г(?:ода|\\.)?))?.{0,20}",
      "(?:19|20)\\d\\d\\s?[-./년]\\s?\\d{1,2}\\s?[-./월]\\s?\\d{1,2}.{0,20}",
      "\\d{1,2}[./]\\d{1,2}[./](?:19|20)\\d\\d.{0,20}", "\\d{1,2}:\\d{2}(?:\\W.{0,12})?",
      "(?:автор|текст|обновлено|опубликовано|фото)\\s?[:：]\\s?.{2,80}",
      "[가-힣]{2,4}\\s?(?:선임|수습|인턴|객원|전문)?(?:기자|특파원|논설위원)");

  private BoilerplateLines() {}

  private static Pattern any(String... patterns) {
    return Pattern.compile(
        "(?:" + String.join("|", patterns) + ")",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL);
  }

  static boolean isBoilerplate(String line) {
    if (line.length() > LONGEST) {
      return false;
    }
    // A Korean report ends its sentences so, a site's own line does not.
    boolean koreanSentence = line.length() > SHORTEST_SENTENCE && line.endsWith("다.");
    return ENGLISH.matcher(line).matches() || RUSSIAN.matcher(line).matches()
        || !koreanSentence && KOREAN.matcher(line).matches();
  }

  /** Whether what follows the line is no longer the article. */
  static boolean endsArticle(String line) {
    return line.length() <= LONGEST_HEAD && END.matcher(line).matches();
  }

  /** Whether the line, between headline and text, is about the article: its writer, its date. */
  static boolean isBeforeText(String line) {
    boolean sentence = line.length() >= SHORTEST_SENTENCE && SentenceEnd.isAtEndOf(line);
    return line.length() <= LONGEST_FACT && !sentence && BEFORE_TEXT.matcher(line).matches();
  }
}
