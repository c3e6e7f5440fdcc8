package io.tensionwire.detection.gist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words that Korean counts with, and what they count. */
final class KoreanCounter {
  /** Counts things whose name stands elsewhere: 전투기 8대, 682개 품목. */
  static final String THING = "thing";

  /** What dates and clocks are made of counts nothing. */
  private static final String NOTHING = "";

  private record Counter(String form, String unit, boolean byNativeNumbers) {}

  private static final List<Counter> COUNTERS = List.of(
      both("명", "person"), digits("인", "person"), both("척", "ship"), digits("톤", "ton"), digits("t", "ton"),
      digits("원", "krw"), digits("달러", "usd"), digits("루블", "rub"), digits("유로", "eur"), digits("엔", "jpy"),
      digits("위안", "cny"), digits("개월", "month"), both("달", "month"), digits("년간", "year-term"), digits("년형", "year-term"),
      digits("년", "year-term"), digits("주", "week"), digits("일간", "day"), digits("일", NOTHING), digits("월", NOTHING),
      digits("시간", "hour"), both("시간", "hour"), both("시", NOTHING), digits("분간", "minute"), digits("분", NOTHING),
      digits("세", "age"), both("살", "age"), digits("%", "percent"), digits("퍼센트", "percent"), digits("㎞", "km"),
      digits("km", "km"), digits("킬로미터", "km"), digits("해리", "nautical-mile"), digits("m", "meter"), digits("mm", NOTHING), digits("미터", "meter"),
      both("개국", "country"), both("개사", "company"), digits("품목", "item"), digits("종", "item"), both("가지", "item"), both("차례", "time"),
      digits("회", "time"), digits("대", THING), both("대", THING), both("개", THING), both("기", THING), both("발", THING),
      both("건", "case"), both("곳", "site"), both("채", "house"), both("편", "flight"), digits("석", "seat"), digits("표", "vote"),
      digits("배럴", "barrel"), digits("배", "times"), digits("차", NOTHING), digits("호", NOTHING), digits("조", NOTHING),
      digits("선", NOTHING), digits("도", NOTHING), digits("층", NOTHING));

  private KoreanCounter() {}

  private static Counter both(String form, String unit) {
    return new Counter(form, unit, true);
  }

  private static Counter digits(String form, String unit) {
    return new Counter(form, unit, false);
  }

  /**
   * What the word counts, or {@code null}: the longest counter that it begins with. Native numbers (두, 세) are
   * syllables of many other words, so that after them nothing may follow the counter but a particle.
   */
  static @Nullable String of(String word, boolean afterNativeNumber) {
    Counter best = null;
    for (Counter counter : COUNTERS) {
      boolean fits = afterNativeNumber
          ? counter.byNativeNumbers() && word.startsWith(counter.form()) && word.length() <= counter.form().length() + 1
          : word.startsWith(counter.form());
      if (fits && (best == null || counter.form().length() > best.form().length())) {
        best = counter;
      }
    }
    return best == null ? null : best.unit();
  }
}
