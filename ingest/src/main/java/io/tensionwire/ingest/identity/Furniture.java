package io.tensionwire.ingest.identity;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What changes in a text without anybody having written: counts of views and shares, "3 minutes ago", the moment of the
 * last update. It is left out where texts are compared, never where they are told.
 */
final class Furniture {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String COUNT = "\\d[\\d.,\\u00a0\\u202f]*\\s?(?:[kmb]|тыс\\.?|млн\\.?|만|천)?";
  private static final String COUNTED_EN = "(?:page\\s?)?views?|shares?|comments?|likes?|reads?|readers?|reposts?|retweets?|reactions?|votes?";
  private static final String COUNTED_RU = "просмотр\\p{L}*|комментари\\p{L}*|репост\\p{L}*|лайк\\p{L}*|прочтени\\p{L}*|голос(?:а|ов)?";
  private static final String COUNTED_KO = "조회(?:\\s?수)?|댓글(?:\\s?수)?|공유|추천|좋아요|공감|읽음";
  private static final String CLOCK = "\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s?[ap]\\.?m\\.?)?(?:\\s?(?:KST|MSK|GMT|UTC|EST|EDT|ET|мск|\\(?МСК\\)?))?";
  private static final String DATE =
      "(?:\\d{4}[-./]\\s?\\d{1,2}[-./]\\s?\\d{1,2}\\.?|\\d{1,2}[-./]\\d{1,2}[-./]\\d{2,4}|\\d{4}년 \\d{1,2}월 \\d{1,2}일|"
          + "(?:\\p{L}{3,9}\\.? )?\\d{1,2}(?:st|nd|rd|th)?,?(?: \\p{L}{3,9})?,? \\d{4}(?: г\\.?(?:ода)?)?|today|yesterday|сегодня|вчера)";

  private static final Pattern MOVING = Pattern.compile(
      "(?<![\\p{L}\\d])(?:"
          + "(?:(?:last |최종 ?|기사 ?)?(?:updated?|modified|published|posted|입력|수정|등록|승인|송고|업데이트|обновлено|опубликовано|изменено))"
          + "(?: at| on| в)?\\s*[:：|]?\\s*(?:" + DATE + "[,;]?(?: at| в)?\\s*)?(?:" + CLOCK + ")"
          + "|(?:(?:last |최종 ?|기사 ?)?(?:updated?|modified|published|posted|입력|수정|등록|승인|송고|업데이트|обновлено|опубликовано|изменено))"
          + "(?: at| on| в)?\\s*[:：|]?\\s*" + DATE
          + "|(?:(?:last )?(?:updated?|posted|published|обновлено)\\s*:?\\s*)?(?:(?:about |over )?(?:\\d+|an?|one)\\s?(?:s|m|h|d|sec(?:ond)?s?|min(?:ute)?s?|h(?:ou)?rs?|days?) ago|just now|moments ago)"
          + "|(?:방금 전|\\d+\\s?(?:초|분|시간|일)\\s?전)"
          + "|(?:только что|(?:\\d+ )?(?:секунд\\p{L}*|мин(?:ут\\p{L}*|\\.)?|час\\p{L}*|дн(?:я|ей)|день) назад)"
          + "|" + COUNT + "\\s?(?:" + COUNTED_EN + "|" + COUNTED_RU + ")"
          + "|(?:" + COUNTED_EN + "|" + COUNTED_RU + ")\\s*[:：]\\s*" + COUNT
          + "|(?:" + COUNTED_KO + ")\\s*[:：]?\\s*\\(?" + COUNT + "\\)?(?:개|회|건)?"
          + "|\\d+[- ]?min(?:ute)?s? read"
          + ")(?![\\p{L}\\d])", FLAGS);
  private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?…。][\"'”’»)\\]]*$");

  private Furniture() {}

  /** The words of a text without what moves by itself, in one form of case, spaces and signs. */
  static String without(String text) {
    return Headline.fold(MOVING.matcher(text).replaceAll(" "));
  }

  /**
   * The same of a body, from the first line that is a sentence to the last: bars for sharing stand before, headlines of
   * other articles after, and both move. All of a body that has no sentence.
   */
  static String withoutEdges(String body) {
    List<String> lines = body.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    int first = 0;
    while (first < lines.size() && !isSentence(lines.get(first))) {
      first++;
    }
    int last = lines.size();
    while (last > first && !isSentence(lines.get(last - 1))) {
      last--;
    }
    return without(String.join("\n", first == last ? lines : lines.subList(first, last)));
  }

  private static boolean isSentence(String line) {
    return line.length() >= 20 && SENTENCE_END.matcher(line).matches();
  }
}
