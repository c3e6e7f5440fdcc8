package io.tensionwire.detection.gist;

import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Sentence;
import io.tensionwire.model.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When things happened, the title's and the opening's days first: dates, days of the month, of the week, and words such
 * as yesterday, all as of the day of the article where its language is spoken. What is long past is no news.
 */
final class Days {
  private static final int MOST = 5;
  private static final int PAST = 45;
  private static final int AHEAD = 180;
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Map<Language, ZoneId> ZONES =
      Map.of(Language.KO, SEOUL, Language.RU, ZoneId.of("Europe/Moscow"), Language.EN, ZoneId.of("UTC"));

  private Days() {}

  static List<String> of(Document document, Language language, Emphasis emphasis, Instant publishedAt) {
    LocalDate today = LocalDate.ofInstant(publishedAt, ZONES.getOrDefault(language, SEOUL));
    LocalDate farthestEast = LocalDate.ofInstant(publishedAt, SEOUL);
    var reader = new DayWords(document, language, today, farthestEast);
    Map<LocalDate, Integer> days = new LinkedHashMap<>();
    for (Sentence sentence : document.sentences()) {
      int points = emphasis.of(sentence.index());
      if (points > 0) {
        reader.read(sentence, day -> {
          if (!day.isBefore(today.minusDays(PAST)) && !day.isAfter(today.plusDays(AHEAD))) {
            days.merge(day, points, Math::max);
          }
        });
      }
    }
    List<Map.Entry<LocalDate, Integer>> all = new ArrayList<>(days.entrySet());
    all.sort(Comparator.comparingInt(day -> -day.getValue()));
    return all.stream().limit(MOST).map(day -> day.getKey().toString()).toList();
  }
}
