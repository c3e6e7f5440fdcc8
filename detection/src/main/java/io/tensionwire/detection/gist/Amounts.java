package io.tensionwire.detection.gist;

import io.tensionwire.detection.gist.Entry.Kind;
import io.tensionwire.detection.stance.Currency;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Sentence;
import io.tensionwire.detection.text.Token;
import io.tensionwire.model.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts and sums with what they are of, the title's first: {@code aircraft:8}. Dates and times of day are none. */
final class Amounts {
  private static final int MOST = 24;

  /** "Eight Russian military reconnaissance planes": so many words on, the thing may stand. */
  private static final int AHEAD = 4;
  private static final int BEHIND = 3;
  private static final String NUMBER = "number";
  private static final Map<Character, String> SIGNS = Map.of('$', "usd", '€', "eur", '₩', "krw", '₽', "rub", '£', "gbp");
  private static final Set<String> DATES = Set.of(
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "января", "февраля",
      "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря", "числа", "го", "й",
      "a.m", "p.m", "gmt", "utc", "kst", "мск");

  private static final Set<String> CALIBRE = Set.of("мм", "mm", "миллиметровых", "миллиметровые", "миллиметров", "millimeter");

  /** The years of a person in an aside: "the pastor, 44, …". */
  private static final int YOUNGEST = 15;
  private static final int OLDEST = 99;

  private final Document document;
  private final Language language;
  private final Map<Integer, String> units = new HashMap<>();
  private final Numerals numerals;

  Amounts(Document document, Language language, List<Found> found) {
    this.document = document;
    this.language = language;
    this.numerals = new Numerals(document, language);
    for (Found each : found) {
      if (each.entry().kind() == Kind.UNIT) {
        units.put(each.from(), each.entry().id());
      }
    }
  }

  List<String> of(Emphasis emphasis) {
    Map<String, Integer> amounts = new LinkedHashMap<>();
    for (Sentence sentence : document.sentences()) {
      int points = emphasis.of(sentence.index());
      for (int i = sentence.from(); points > 0 && i < sentence.to(); i++) {
        Numeral numeral = numerals.at(i, sentence);
        if (numeral == null) {
          continue;
        }
        String unit = unit(numeral, sentence);
        if (unit != null && !(numeral.loose() && unit.equals(NUMBER))) {
          amounts.merge(unit + ":" + numeral.written(), points, Math::max);
        }
        i = numeral.to() - 1;
      }
    }
    List<Map.Entry<String, Integer>> all = new ArrayList<>(amounts.entrySet());
    all.sort(Comparator.comparingInt(each -> -each.getValue()));
    return all.stream().limit(MOST).map(Map.Entry::getKey).toList();
  }

  /** What is counted; {@code number} where the text does not say, {@code null} where nothing is. */
  private @Nullable String unit(Numeral numeral, Sentence sentence) {
    Token first = document.token(numeral.from());
    Token last = document.token(numeral.to() - 1);
    String source = sentence.source();
    char before = first.start() > 0 ? source.charAt(first.start() - 1) : ' ';
    char after = last.end() < source.length() ? source.charAt(last.end()) : ' ';
    if (SIGNS.containsKey(before)) {
      return SIGNS.get(before);
    }
    if (after == '%' || after == '％') {
      return "percent";
    }
    if (date(numeral, sentence) || joined(before, first.start(), source) || clock(before, after, last.end(), source)) {
      return null;
    }
    return language == Language.KO ? korean(numeral, sentence) : counted(numeral, sentence);
  }

  /** "Su-35", "T-72": part of a name. */
  private static boolean joined(char before, int start, String source) {
    return (before == '-' || before == '‑' || before == '–') && start > 1 && Character.isLetter(source.charAt(start - 2));
  }

  private static boolean clock(char before, char after, int end, String source) {
    return before == ':' || before == '·' || (after == ':' || after == '·') && end + 1 < source.length()
        && Character.isDigit(source.charAt(end + 1));
  }

  private boolean date(Numeral numeral, Sentence sentence) {
    int from = numeral.from();
    String next = numeral.to() < sentence.to() ? document.token(numeral.to()).word() : "";
    String before = from > sentence.from() ? document.token(from - 1).word() : "";
    if (CALIBRE.contains(next)) {
      return true;
    }
    boolean small = numeral.value().intValue() <= 31;
    return small && DATES.contains(next) || small && DATES.contains(before) && language == Language.EN
        || before.equals("no") || before.equals("article") || before.equals("resolution") || before.equals("резолюции")
        || before.equals("статьи") || before.equals("№");
  }

  private @Nullable String counted(Numeral numeral, Sentence sentence) {
    boolean year = numeral.to() == numeral.from() + 1 && Currency.year(document.token(numeral.from())) > 0;
    if (numeral.rest().equals("km") || numeral.rest().equals("км")) {
      return "km";
    }
    int to = numeral.to();
    for (int i = to; i < Math.min(sentence.to(), to + AHEAD); i++) {
      if (document.token(i).afterBreak() || i > to && numerals.at(i, sentence) != null) {
        break;
      }
      String unit = unitAt(i, sentence);
      if (unit != null) {
        return year && (i > to || unit.equals("year-term")) ? null : aged(unit, i, sentence);
      }
    }
    // A crew of twelve.
    if (numeral.from() - 2 >= sentence.from() && Set.of("of", "из").contains(document.token(numeral.from() - 1).word())) {
      String unit = units.get(numeral.from() - 2);
      if (unit != null) {
        return unit;
      }
    }
    if (aside(numeral, sentence)) {
      return "age";
    }
    return year || ofAName(numeral.from(), sentence) ? null : NUMBER;
  }

  private boolean aside(Numeral numeral, Sentence sentence) {
    Token token = document.token(numeral.from());
    int value = numeral.value().intValue();
    return numeral.to() == numeral.from() + 1 && value >= YOUNGEST && value <= OLDEST && token.end() - token.start() == 2
        && sentence.source().startsWith(",", token.end()) && sentence.source().startsWith(", ", token.start() - 2);
  }

  /** Daeyang 707: the number of a ship or a make. */
  private boolean ofAName(int token, Sentence sentence) {
    int before = token - 1;
    return before > sentence.from() && !sentence.title() && !document.token(token).afterBreak()
        && Character.isUpperCase(sentence.source().charAt(document.token(before).start()));
  }

  /** Of two things in a row the later is what is counted: passenger planes, военных самолетов. */
  private @Nullable String unitAt(int token, Sentence sentence) {
    String unit = units.get(token);
    String next = unit != null && token + 1 < sentence.to() ? units.get(token + 1) : null;
    return next == null || document.token(token + 1).afterBreak() ? unit : next;
  }

  private String aged(String unit, int token, Sentence sentence) {
    String next = token + 1 < sentence.to() ? document.token(token + 1).word() : "";
    return unit.equals("year-term") && next.equals("old") || document.token(token).word().startsWith("летн") ? "age" : unit;
  }

  /** A Korean counter is part of the number's word or stands next to it; what it counts stands before it. */
  private @Nullable String korean(Numeral numeral, Sentence sentence) {
    String counter = numeral.rest();
    int next = numeral.to();
    if (counter.isEmpty()) {
      counter = next < sentence.to() && !document.token(next).afterBreak() ? document.token(next).word() : "";
      next++;
    }
    String unit = KoreanCounter.of(counter, numeral.loose());
    if (unit == null) {
      return numeral.loose() || counter.isEmpty() && Currency.year(document.token(numeral.from())) > 0 ? null : NUMBER;
    }
    boolean year = numeral.to() == numeral.from() + 1 && Currency.year(document.token(numeral.from())) > 0;
    if (unit.isEmpty() || year && unit.equals("year-term")) {
      return null;
    }
    if (!unit.equals(KoreanCounter.THING)) {
      return unit;
    }
    if (next < sentence.to() && units.containsKey(next)) {
      return units.get(next);
    }
    for (int i = numeral.from() - 1; i >= Math.max(sentence.from(), numeral.from() - BEHIND); i--) {
      String thing = units.get(i);
      if (thing != null) {
        return thing;
      }
    }
    return NUMBER;
  }
}
