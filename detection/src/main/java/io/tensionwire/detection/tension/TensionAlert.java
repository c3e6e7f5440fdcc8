package io.tensionwire.detection.tension;

import io.tensionwire.detection.tension.Tension.Pair;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Confidence;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Id;
import io.tensionwire.model.Language;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Source;
import io.tensionwire.model.TensionPoint;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of an alert about one window. */
record TensionAlert(Pair pair, WatchDays watch, String direction, Span span, LocalDate today) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_OF_YEAR =
      new DateTimeFormatterBuilder().append(DAY).appendPattern(" yyyy").toFormatter(Locale.ENGLISH);
  private static final int MOST_SOURCES = 5;

  /**
   * Writes it.
   *
   * @param stories that escalate, the heaviest first
   */
  Alert of(
      TensionPoint point, @Nullable TensionPoint yesterday, List<StoryShare> stories, Instant raisedAt) {
    String highest = highest(point.historyDays());
    Source heaviest = stories.getFirst().lead();
    List<Source> sources =
        stories.stream().map(StoryShare::lead).filter(Objects::nonNull).limit(MOST_SOURCES).toList();
    return new Alert(
        Id.of("tension", point.watchId(), direction, span.text(), today.toString(), Double.toString(pair.level())),
        AlertKind.TENSION, String.join("/", "tension", point.watchId(), direction, span.text()), null,
        point.watchId(), pair.watchVersion(), Severity.ELEVATED, Confidence.SINGLE, Polarity.ESCALATION,
        "Tension " + where() + (span == Span.DAY ? ", today" : ", last 7 days") + ": " + highest,
        heaviest == null ? null : heaviest.url(), heaviest == null ? "" : heaviest.outlet(), Language.EN, Genre.OTHER,
        direction.equals(Tension.TOTAL) ? List.of() : List.of(direction), List.of(), point.coverage(),
        (int) sources.stream().map(Source::outlet).distinct().count(), sources,
        yesterday == null ? null : standing(yesterday) + (span == Span.DAY ? " yesterday" : " a day before"),
        standing(point),
        "index " + rank(point) + " of 100 among the last " + point.historyDays() + " days, " + highest + "; "
            + stories.size() + " stories, heaviest: “" + (heaviest == null ? "" : heaviest.title()) + "”",
        raisedAt, raisedAt);
  }

  /** When there last was as much. */
  private String highest(int history) {
    long value = watch.sum(direction, span, today).escalation();
    for (int back = 1; back <= history - span.days(); back++) {
      LocalDate day = today.minusDays(back);
      if (watch.sum(direction, span, day).escalation() >= value) {
        return "highest since " + (day.getYear() == today.getYear() ? DAY : DAY_OF_YEAR).format(day);
      }
    }
    return "highest of the last " + history + " days";
  }

  private static String standing(TensionPoint point) {
    return "index " + rank(point) + ", escalation "
        + new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(point.escalation());
  }

  private static String rank(TensionPoint point) {
    Double index = point.index();
    return index == null ? "none" : String.valueOf(Math.round(index));
  }

  /** {@code South Korea → Russia}. */
  private String where() {
    if (direction.equals(Tension.TOTAL)) {
      return pair.pair().stream().map(TensionAlert::name).collect(Collectors.joining(" – "));
    }
    return Stream.of(direction.split(">")).map(TensionAlert::name).collect(Collectors.joining(" → "));
  }

  private static String name(String party) {
    return Stream.of(party.split("-")).map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining(" "));
  }
}
