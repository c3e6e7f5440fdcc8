package io.tensionwire.detection.gist;

import io.tensionwire.detection.stance.Currency;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Sentence;
import io.tensionwire.model.Language;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The words of three languages for days. */
final class DayWords {
  private static final Map<String, Integer> MONTHS = new HashMap<>();
  private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();

  /** Words for a day by its distance from today. */
  private static final Map<String, Integer> NEAR = Map.ofEntries(
      Map.entry("yesterday", -1), Map.entry("today", 0), Map.entry("tomorrow", 1), Map.entry("вчера", -1),
      Map.entry("накануне", -1), Map.entry("сегодня", 0), Map.entry("завтра", 1), Map.entry("позавчера", -2),
      Map.entry("어제", -1), Map.entry("전날", -1), Map.entry("오늘", 0), Map.entry("내일", 1), Map.entry("그제", -2),
      Map.entry("모레", 2));

  static {
    String[] english = {"january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
        "august aug", "september sep sept", "october oct", "november nov", "december dec"};
    String[] russian = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" ");
    for (int month = 0; month < english.length; month++) {
      for (String name : english[month].split(" ")) {
        MONTHS.put(name, month + 1);
      }
      MONTHS.put(russian[month], month + 1);
    }
    String[] weekdays = {"monday понедельник", "tuesday вторник", "wednesday среду", "thursday четверг",
        "friday пятницу", "saturday субботу", "sunday воскресенье"};
    for (int day = 0; day < weekdays.length; day++) {
      for (String name : weekdays[day].split(" ")) {
        WEEKDAYS.put(name, DayOfWeek.of(day + 1));
      }
    }
  }

  private final Document document;
  private final Language language;
  private final LocalDate today;
  private final LocalDate farthestEast;

  /** @param farthestEast what day it is where the day of the article is farthest on */
  DayWords(Document document, Language language, LocalDate today, LocalDate farthestEast) {
    this.document = document;
    this.language = language;
    this.today = today;
    this.farthestEast = farthestEast;
  }

  void read(Sentence sentence, Consumer<LocalDate> days) {
    for (int i = sentence.from(); i < sentence.to(); i++) {
      String word = document.token(i).word();
      DayOfWeek weekday = WEEKDAYS.get(word);
      Integer near = NEAR.get(word);
      if (near != null) {
        days.accept(today.plusDays(near));
      } else if (weekday != null) {
        days.accept(on(weekday, word(i - 1, sentence)));
      } else if (language == Language.KO) {
        korean(i, sentence, days);
      } else {
        date(i, sentence, days);
      }
    }
  }

  private String word(int token, Sentence sentence) {
    return token >= sentence.from() && token < sentence.to() ? document.token(token).word() : "";
  }

  private LocalDate on(DayOfWeek weekday, String before) {
    if (before.equals("next") || before.equals("следующий") || before.equals("coming")) {
      return today.with(TemporalAdjusters.next(weekday));
    }
    return farthestEast.with(TemporalAdjusters.previousOrSame(weekday));
  }

  /** "March 13", "13 March", "13 марта", "on the 13th", "13-го". */
  private void date(int token, Sentence sentence, Consumer<LocalDate> days) {
    String word = document.token(token).word();
    int day = day(word);
    if (day == 0) {
      return;
    }
    String before = word(token - 1, sentence);
    String after = word(token + 1, sentence);
    Integer month = MONTHS.get(after);
    int next = token + 2;
    if (month == null && (after.equals("of") || after.equals("го"))) {
      month = MONTHS.get(word(token + 2, sentence));
      next = token + 3;
    }
    if (month == null) {
      month = language == Language.EN ? MONTHS.get(before) : null;
      next = token + 1;
    }
    if (month != null) {
      accept(month, day, next < sentence.to() ? Currency.year(document.token(next)) : 0, days);
    } else if (!Character.isDigit(word.charAt(word.length() - 1)) && before.equals("the") || after.equals("го")) {
      days.accept(nearest(day, 0));
    }
  }

  /** The day of a month: "13", "13th"; or 0. */
  private static int day(String word) {
    int digits = 0;
    while (digits < word.length() && Character.isDigit(word.charAt(digits))) {
      digits++;
    }
    if (digits == 0 || digits > 2 || !word.substring(digits).matches("|st|nd|rd|th")) {
      return 0;
    }
    int day = Integer.parseInt(word.substring(0, digits));
    return day <= 31 ? day : 0;
  }

  /** 3월 13일, 13일, 지난 13일, 오는 15일, 지난달 28일, 내달 3일. */
  private void korean(int token, Sentence sentence, Consumer<LocalDate> days) {
    String word = document.token(token).word();
    int sign = word.indexOf('일');
    if (sign < 1 || sign > 2 || !word.substring(0, sign).chars().allMatch(Character::isDigit)
        || word.startsWith("일간", sign) || word.startsWith("일째", sign) || word.startsWith("일 ", sign)) {
      return;
    }
    int day = Integer.parseInt(word.substring(0, sign));
    if (day < 1 || day > 31) {
      return;
    }
    String before = word(token - 1, sentence);
    int month = before.endsWith("월") && before.substring(0, before.length() - 1).matches("\\d{1,2}")
        ? Integer.parseInt(before.substring(0, before.length() - 1)) : 0;
    if (month > 0) {
      accept(month, day, token - 2 >= sentence.from() ? Currency.year(document.token(token - 2)) : 0, days);
    } else if (before.equals("지난달")) {
      accept(today.minusMonths(1).getMonthValue(), day, 0, days);
    } else if (before.equals("내달") || before.equals("다음달") || word(token - 2, sentence).equals("다음") && before.equals("달")) {
      accept(today.plusMonths(1).getMonthValue(), day, 0, days);
    } else {
      days.accept(nearest(day, before.equals("지난") ? -1 : before.equals("오는") ? 1 : 0));
    }
  }

  private void accept(int month, int day, int year, Consumer<LocalDate> days) {
    try {
      if (year > 0) {
        days.accept(LocalDate.of(year, month, day));
        return;
      }
      LocalDate best = null;
      for (int each = today.getYear() - 1; each <= today.getYear() + 1; each++) {
        LocalDate candidate = LocalDate.of(each, month, day);
        if (best == null || distance(candidate) < distance(best)) {
          best = candidate;
        }
      }
      if (best != null) {
        days.accept(best);
      }
    } catch (DateTimeException e) {
      // The 30th of February: the text's own mistake, and no day.
      return;
    }
  }

  /** The day of a month nearest to today; of the past or the future, where the text says so. */
  private LocalDate nearest(int day, int direction) {
    LocalDate best = null;
    for (int months = -1; months <= 1; months++) {
      LocalDate month = today.plusMonths(months);
      if (day > month.lengthOfMonth()) {
        continue;
      }
      LocalDate candidate = month.withDayOfMonth(day);
      boolean fits = direction == 0 || direction < 0 && !candidate.isAfter(farthestEast)
          || direction > 0 && !candidate.isBefore(today);
      if (fits && (best == null || distance(candidate) < distance(best))) {
        best = candidate;
      }
    }
    return best == null ? today : best;
  }

  private long distance(LocalDate day) {
    return Math.abs(day.toEpochDay() - today.toEpochDay());
  }
}
