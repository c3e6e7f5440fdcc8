package io.tensionwire.alerts.message;

import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Confidence;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Language;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Signal;
import io.tensionwire.model.Source;
import io.tensionwire.model.WireName;
import java.net.URI;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is told about an alert, whoever is told: every text in it is plain and of a bounded length.
 *
 * @param direction such as "Russia → South Korea"; empty where the article does not say
 * @param headline in the article's own language
 * @param change what changed and why, in words; empty for a new story
 * @param evidence the strongest signals first, each sentence once
 * @param moreSignals how many are not shown
 * @param standing what is known of the article: language, genre, how well founded
 * @param outlets who reports it, the article's own outlet first
 * @param counts "3 articles, 2 outlets"; empty for one
 * @param times when it happened, in the places that matter
 */
public record Message(
    String alertId,
    @Nullable AlertKind kind,
    Severity severity,
    String direction,
    String headline,
    @Nullable URI link,
    String change,
    List<Evidence> evidence,
    int moreSignals,
    List<String> standing,
    String outlets,
    String counts,
    List<String> times) {

  /** How many sentences are shown. */
  public static final int MOST_EVIDENCE = 3;

  /** Stands before what nobody has confirmed. */
  public static final String UNCONFIRMED = "UNCONFIRMED";

  private static final int MOST_HEADLINE = 300;
  private static final int MOST_OUTLET = 60;
  private static final int MOST_OUTLETS = 5;
  private static final int MOST_LINK = 2000;
  private static final int MOST_CHANGE = 300;

  public Message {
    evidence = List.copyOf(evidence);
    standing = List.copyOf(standing);
    times = List.copyOf(times);
  }

  /**
   * Says an alert in words.
   *
   * @param newsroom the zone of those who read it
   */
  public static Message of(Alert alert, ZoneId newsroom) {
    Map<String, Signal> shown = new LinkedHashMap<>();
    alert.signals().stream()
        .sorted(Comparator.comparing(Signal::current).reversed().thenComparing(Signal::weight, Comparator.reverseOrder()))
        .forEach(signal -> shown.putIfAbsent(signal.sentence(), signal));
    List<Evidence> evidence =
        shown.values().stream().limit(MOST_EVIDENCE).map(s -> Evidence.of(s, Gloss.of(s))).toList();
    return new Message(
        alert.id(),
        alert.kind(),
        alert.severity(),
        alert.directions().stream().limit(3).map(Gloss::direction).collect(Collectors.joining(", ")),
        PlainText.cut(PlainText.of(alert.headline()).strip(), MOST_HEADLINE),
        link(alert.url()),
        change(alert),
        evidence,
        Math.max(0, shown.size() - evidence.size()),
        standing(alert),
        outlets(alert),
        counts(alert),
        Times.of(alert.eventAt(), newsroom));
  }

  /** "HIGH", with the change in front of it that an alert about a known story tells. */
  public String label() {
    String severityName = severity.name();
    AlertKind told = kind();
    String label = told == null || told == AlertKind.OPENED
        ? severityName
        : WireName.of(told).toUpperCase(Locale.ROOT) + " · " + severityName;
    return standing.contains(UNCONFIRMED) ? label + " · " + UNCONFIRMED : label;
  }

  /** Only web links are shown as such. */
  private static @Nullable URI link(@Nullable URI url) {
    if (url == null || url.getScheme() == null || url.getHost() == null || url.toASCIIString().length() > MOST_LINK) {
      return null;
    }
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    return scheme.equals("https") || scheme.equals("http") ? URI.create(url.toASCIIString()) : null;
  }

  private static String change(Alert alert) {
    String before = alert.before();
    String after = alert.after();
    String what = before != null && after != null ? before + Gloss.ARROW + after : Stream.of(before, after)
        .filter(word -> word != null).collect(Collectors.joining());
    String reason = alert.reason();
    String text = Stream.of(what, reason == null || alert.kind() == AlertKind.OPENED ? "" : reason)
        .filter(word -> !word.isBlank()).collect(Collectors.joining("; "));
    return PlainText.cut(PlainText.of(text).strip(), MOST_CHANGE);
  }

  private static List<String> standing(Alert alert) {
    String confidence = switch (alert.confidence()) {
      case ALLEGED -> UNCONFIRMED;
      case SINGLE -> "one source";
      case OFFICIAL -> "official";
      case CORROBORATED -> "corroborated";
    };
    return Stream.of(
            confidence,
            alert.genre() == Genre.OTHER ? "" : WireName.of(alert.genre()),
            alert.language() == Language.OTHER ? "" : language(alert.language()))
        .filter(word -> !word.isEmpty())
        // An official's genre and an official source would say the same word twice.
        .distinct()
        .toList();
  }

  private static String language(Language language) {
    return switch (language) {
      case EN -> "English";
      case KO -> "Korean";
      case RU -> "Russian";
      case OTHER -> "another language";
    };
  }

  private static String outlets(Alert alert) {
    return Stream.concat(Stream.of(alert.outlet()), alert.sources().stream().map(Source::outlet))
        .map(outlet -> PlainText.cut(PlainText.of(outlet).strip(), MOST_OUTLET))
        .filter(outlet -> !outlet.isEmpty())
        .distinct()
        .limit(MOST_OUTLETS)
        .collect(Collectors.joining(", "));
  }

  private static String counts(Alert alert) {
    if (alert.articleCount() < 2) {
      return "";
    }
    return alert.articleCount() + " articles, " + alert.outletCount() + (alert.outletCount() == 1 ? " outlet" : " outlets");
  }
}
