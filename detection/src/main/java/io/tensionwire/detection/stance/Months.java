package io.tensionwire.detection.stance;

import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Sentence;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Names of months, where they say when something was done: "in March", "в марте", 지난 3월. */
final class Months {
  private static final Set<String> IN = Set.of("in", "last", "since", "late", "early", "mid", "в");
  private static final Map<String, Integer> NAMES = new HashMap<>();

  static {
    String[] english = "january february march april may june july august september october november december".split(" ");
    String[] russian = "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре".split(" ");
    for (int month = 0; month < 12; month++) {
      NAMES.put(english[month], month + 1);
      NAMES.put(russian[month], month + 1);
    }
  }

  private Months() {}

  /** The month that the token names, 1 to 12, or 0. */
  static int of(Document document, int token, Sentence sentence) {
    String word = document.token(token).word();
    Integer named = NAMES.get(word);
    if (named != null) {
      return token > sentence.from() && IN.contains(document.token(token - 1).word()) ? named : 0;
    }
    int sign = word.indexOf('월');
    if (sign < 1 || sign > 2 || !word.substring(0, sign).chars().allMatch(Character::isDigit)) {
      return 0;
    }
    int month = Integer.parseInt(word.substring(0, sign));
    boolean past = token > sentence.from() && document.token(token - 1).word().startsWith("지난");
    return past && month >= 1 && month <= 12 ? month : 0;
  }
}
