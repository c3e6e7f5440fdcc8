package io.tensionwire.ingest.date;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Months by name, short or long, in the languages of the feeds that Tensionwire meets. */
final class MonthNames {

  /** How the names of a year begin, accents aside: a language a line. */
  private static final String[] LANGUAGES = {
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "янв фев мар апр ма июн июл авг сен окт ноя дек",
    "січ лют бер кві тра чер лип сер вер жов лис гру",
    "jan feb mar apr mai jun jul aug sep okt nov dez",
    "jan feb mrz apr mei jun jul aug sep okt nov des",
    "jan fev mar avr mai juin juil aou sep oct nov dec",
    "ene feb mar abr may jun jul ago set oct nov dic",
    "gen feb mar apr mag giu lug ago set ott nov dic",
    "jan fev mar abr mai jun jul ago set out nov dez",
    "ιαν φεβ μαρ απρ μαι ιουν ιουλ αυγ σεπ οκτ νοε δεκ",
    "ιαν φεβ μαω απρ μαι ιον ιολ αυγ σεπ οκτ νοε δεκ",
    "jan feb mar apr maj jun jul aug sze okt nov dec",
    "sty lut mrt kwi maj cze lip sie wrz paz lis gru",
    "jan feb maa apr mei jun jul agu sep okt nov des",
  };

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final int LONGEST = 4;
  private static final int SHORTEST = 2;
  private static final Map<String, Integer> MONTHS = months();

  private MonthNames() {}

  /** 1 to 12, or 0 for what is no month. */
  static int month(String name) {
    String plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("").toLowerCase(Locale.ROOT);
    for (int length = Math.min(LONGEST, plain.length()); length >= SHORTEST; length--) {
      Integer month = MONTHS.get(plain.substring(0, length));
      if (month != null) {
        return month;
      }
    }
    return 0;
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (String language : LANGUAGES) {
      String[] names = language.split(" ");
      for (int i = 0; i < names.length; i++) {
        months.put(names[i], i + 1);
      }
    }
    return months;
  }
}
