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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is told about an alert, whoever is told: every text in it is plain and of a bounded length.
 *
 * @param trend whether it gets worse or better
 * @param direction such as "Russia → South Korea", with ⇄ where both act; empty where the article does not say
 * @param headline in the article's own language
 * @param change what changed, why, and what it was before, in lines; empty for a new story
 * @param evidence the strongest signals first, each sentence once
 * @param moreSignals how many other sentences hold signals that are not shown
 * @param standing what is known of the article: language, genre, how well founded
 * @param outlets who reports it, the article's own outlet first
 * @param counts "3 articles, 2 outlets"; empty for one
 * @param times when it happened, in the places that matter
 * @param label what the first line begins with: "HIGH", with the change in front of it where the story is known
 * @param provenance who reports it and how well founded it is
 * @param context what else to know, in lines: when something like it was last told, what cannot be seen
 */
public record Message(
    String alertId,
    @Nullable AlertKind kind,
    Severity severity,
    Trend trend,
    String direction,
    String headline,
    @Nullable URI link,
    List<String> change,
    List<Evidence> evidence,
    int moreSignals,
    List<String> standing,
    String outlets,
    String counts,
    List<String> times,
    String label,
    String provenance,
    List<String> context) {

  /** How many sentences are shown. */
  public static final int MOST_EVIDENCE = 3;

  /** Stands before what nobody has confirmed. */
  public static final String UNCONFIRMED = "UNCONFIRMED";

  /** Says that nobody knows whether an earlier call told it. */
  public static final String MAY_BE_KNOWN = "(may have reached you already)";

  private static final int MOST_HEADLINE = 300;
  private static final int MOST_OUTLET = 60;
  private static final int MOST_OUTLETS = 5;

  public Message {
    change = List.copyOf(change);
    evidence = List.copyOf(evidence);
    standing = List.copyOf(standing);
    times = List.copyOf(times);
    context = List.copyOf(context);
  }

  /** Says an alert in the usual words, by itself. */
  public static Message of(Alert alert, ZoneId newsroom) {
    return of(alert, newsroom, Templates.USUAL, Surroundings.NONE);
  }

  /**
   * Says an alert in words.
   *
   * @param newsroom the zone of those who read it
   */
  public static Message of(Alert alert, ZoneId newsroom, Templates templates, Surroundings surroundings) {
    Telling telling = Telling.of(alert, MOST_EVIDENCE);
    List<Signal> shown = telling.shown();
    List<Evidence> evidence = shown.stream()
        .map(signal -> Evidence.of(signal, Gloss.of(signal, alert.signals(), templates))).toList();
    List<String> standing = standing(alert);
    String direction = direction(alert, shown);
    String outlets = outlets(alert);
    String counts = counts(alert);
    return new Message(
        alert.id(),
        alert.kind(),
        alert.severity(),
        Trend.of(alert.polarity()),
        direction,
        PlainText.cut(PlainText.of(alert.headline()).strip(), MOST_HEADLINE),
        WebLink.of(alert.url()),
        Change.of(alert),
        evidence,
        telling.more(),
        standing,
        outlets,
        counts,
        Times.of(alert.eventAt(), newsroom),
        label(alert, standing, direction, templates),
        provenance(outlets, standing, counts, templates),
        surroundings.inLines(newsroom));
  }

  private static String label(Alert alert, List<String> standing, String direction, Templates templates) {
    AlertKind told = alert.kind();
    String change =
        told == null || told == AlertKind.OPENED ? "" : WireName.of(told).toUpperCase(Locale.ROOT);
    String unconfirmed = standing.contains(UNCONFIRMED) ? UNCONFIRMED : "";
    String severity = alert.severity().name();
    return templates.label(
        Map.of(
            "change", change, "severity", severity, "unconfirmed", unconfirmed, "direction", direction,
            "trend", Trend.of(alert.polarity()).inWords()),
        () -> joined(change, severity, unconfirmed));
  }

  /** What the label says already is not said again. */
  private static String provenance(String outlets, List<String> standing, String counts, Templates templates) {
    String known = standing.stream().filter(word -> !word.equals(UNCONFIRMED)).collect(Collectors.joining(", "));
    return templates.provenance(
        Map.of("outlets", outlets, "standing", known, "counts", counts), () -> joined(outlets, known, counts));
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
  }

  /** The same with fewer sentences shown and the others counted, for where there is less room. */
  public Message withEvidence(int most) {
    return evidence.size() <= most ? this : new Message(
        alertId, kind, severity, trend, direction, headline, link, change, evidence.subList(0, most),
        moreSignals + evidence.size() - most, standing, outlets, counts, times, label, provenance, context);
  }

  /** The same, marked as what may have been told before. */
  public Message asRepeat() {
    List<String> marked = new ArrayList<>(List.of(MAY_BE_KNOWN));
    marked.addAll(change);
    return new Message(
        alertId, kind, severity, trend, direction, headline, link, marked, evidence, moreSignals, standing, outlets,
        counts, times, label, provenance, context);
  }

  /** "and 2 passages more". */
  public String more() {
    return "and " + moreSignals + (moreSignals == 1 ? " passage more" : " passages more");
  }

  /** Who acts on whom in what is shown; both ways are one word, for that is what a reader makes of them. */
  private static String direction(Alert alert, List<Signal> shown) {
    List<String> directions =
        shown.stream().map(Signal::direction).filter(Objects::nonNull).distinct().toList();
    if (directions.isEmpty()) {
      directions = alert.directions();
    }
    return switch (directions.size()) {
      case 0 -> "";
      case 1 -> Gloss.direction(directions.getFirst());
      default -> Gloss.bothWays(directions.getFirst());
    };
  }

  private static List<String> standing(Alert alert) {
    String confidence = switch (alert.confidence()) {
      case ALLEGED -> UNCONFIRMED;
      case SINGLE -> "one source";
      case OFFICIAL -> "official";
      case CORROBORATED -> "corroborated";
    };
    return Stream.of(
            isReported(alert) ? confidence : "",
            alert.genre() == Genre.OTHER ? "" : WireName.of(alert.genre()),
            alert.language() == Language.OTHER ? "" : language(alert.language()))
        .filter(word -> !word.isEmpty())
        // An official's genre and an official source would say the same word twice.
        .distinct()
        .toList();
  }

  /** The index and our own coverage are counted, not reported by anybody. */
  private static boolean isReported(Alert alert) {
    return alert.kind() != AlertKind.TENSION && alert.kind() != AlertKind.COVERAGE;
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
