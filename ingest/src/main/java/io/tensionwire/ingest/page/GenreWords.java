package io.tensionwire.ingest.page;

import io.tensionwire.model.Genre;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kind of a text by the names of sections and categories that it stands in. */
public final class GenreWords {

  private static final Map<Genre, Pattern> WORDS = new LinkedHashMap<>();

  static {
    put(Genre.OPINION, "opinions?|editorials?|columns?|columnists?|op-?eds?|commentary|comment|views?|사설|칼럼|오피니언|"
        + "мнения?|колонк[аи]|авторы");
    put(Genre.ANALYSIS, "analys[ie]s|분석|аналитика|анализ");
    put(Genre.EXPLAINER, "explainers?|explained|fact-?check|해설|разбор|объясняем");
    put(Genre.INTERVIEW, "interviews?|인터뷰|интервью");
    put(Genre.LIVE, "live|liveblog|онлайн");
    put(Genre.ROUNDUP, "roundup|digest|briefing|newsletter|дайджест|обзор");
    put(Genre.OFFICIAL, "press-?releases?|statements?|보도자료|заявления");
  }

  private GenreWords() {}

  private static void put(Genre genre, String words) {
    WORDS.put(genre, Pattern.compile("(?<![\\p{L}\\d])(?:" + words + ")(?![\\p{L}\\d])"));
  }

  /** @return {@code null} where nothing speaks for a special kind */
  public static @Nullable Genre of(String sections, String address) {
    String words = sections.toLowerCase(Locale.ROOT);
    String[] segments = address.toLowerCase(Locale.ROOT).split("/", -1);
    for (Map.Entry<Genre, Pattern> genre : WORDS.entrySet()) {
      if (genre.getValue().matcher(words).find()) {
        return genre.getKey();
      }
      // The last segment is the headline: its words say what the text is about.
      for (int i = 3; i < segments.length - 1; i++) {
        if (genre.getValue().matcher(segments[i]).matches()) {
          return genre.getKey();
        }
      }
    }
    return null;
  }
}
