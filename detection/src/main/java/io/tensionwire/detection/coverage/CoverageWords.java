package io.tensionwire.detection.coverage;

import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Confidence;
import io.tensionwire.model.FeedHealth;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Id;
import io.tensionwire.model.Language;
import io.tensionwire.model.Severity;
import io.tensionwire.model.WireName;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Alerts about our coverage, in an editor's words. An alert's id follows from the feeds and since when. */
record CoverageWords(String watchId, Instant now) {

  private static final int MOST_NAMED = 5;
  private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ENGLISH);
  private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("d MMM HH:mm 'UTC'", Locale.ENGLISH);

  /** A country or a language, all of it or in part. */
  Alert dark(Coverage.Field field, List<FeedReport> dark, List<FeedReport> fresh) {
    Instant since = since(dark);
    String share = (field.isWhole(dark) ? "all " + dark.size() : dark.size() + " of " + field.feeds().size())
        + " feeds silent";
    return alert(
        id(field.subject(), "silent", fresh, newest(fresh)), field.subject(), field.severity(dark), "",
        "Blind in " + field.name() + ": " + share + " since " + time(since) + ": " + outlets(dark),
        reasons(dark), since);
  }

  /** One feed, or some that have nothing in common. */
  Alert silent(String subject, List<FeedReport> silent) {
    FeedReport first = silent.getFirst();
    Instant since = since(silent);
    String id = id(subject, "silent", silent, newest(silent));
    return silent.size() == 1
        ? alert(
            id, subject, Severity.NOTICE, first.outlet(),
            first.outlet() + " is silent since " + time(since) + ": " + first.feedId() + " " + words(first.health()),
            reasons(silent), since)
        : alert(
            id, subject, Severity.NOTICE, "",
            silent.size() + " feeds silent since " + time(since) + ": " + outlets(silent),
            reasons(silent), since);
  }

  Alert back(String subject, List<FeedReport> back, Instant since) {
    String lasted = " after " + lasted(since);
    String headline = back.size() == 1
        ? back.getFirst().outlet() + " is read again" + lasted
        : back.size() + " feeds are read again" + lasted + ": " + outlets(back);
    Instant until = back.stream().map(FeedReport::since).max(Comparator.naturalOrder()).orElse(now);
    return alert(
        id(subject, "back", back, until), subject, Severity.NOTICE,
        back.size() == 1 ? back.getFirst().outlet() : "", headline,
        "silent from " + time(since) + " to " + time(until), until);
  }

  Alert offline(List<FeedReport> offline, int all, Instant since) {
    return alert(
        id(Coverage.OURS, "silent", List.of(), since), Coverage.OURS, Severity.HIGH, "",
        "We are blind: an outage of ours since " + time(since) + ", " + offline.size() + " of " + all
            + " feeds cannot be asked",
        "most hosts cannot be reached from here: look at the line, the name service or the proxy", since);
  }

  Alert online(Instant since) {
    return alert(
        id(Coverage.OURS, "back", List.of(), since), Coverage.OURS, Severity.NOTICE, "",
        "We can read again after " + lasted(since) + " of an outage of ours",
        "hosts can be reached from here again", now);
  }

  /** @param fact the time that tells this alert from others of the same subject and feeds */
  private String id(String subject, String what, List<FeedReport> feeds, Instant fact) {
    String ids = feeds.stream().map(FeedReport::feedId).sorted().collect(Collectors.joining(" "));
    return Id.of("coverage", watchId, subject, what, ids, fact.toString());
  }

  private Alert alert(
      String id, String subject, Severity severity, String outlet, String headline, String reason, Instant eventAt) {
    return new Alert(
        id, AlertKind.COVERAGE, subject, null, watchId, "", severity, Confidence.SINGLE, null, headline, null, outlet,
        Language.OTHER, Genre.OTHER, List.of(), List.of(), 0, 0, List.of(), null, null, reason, eventAt, now);
  }

  private static Instant since(List<FeedReport> silent) {
    return silent.stream().map(CoverageWords::silentSince).min(Comparator.naturalOrder()).orElse(Instant.EPOCH);
  }

  private static Instant newest(List<FeedReport> silent) {
    return silent.stream().map(CoverageWords::silentSince).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
  }

  private static Instant silentSince(FeedReport feed) {
    return Objects.requireNonNullElse(feed.silentSince(), feed.since());
  }

  private static String outlets(List<FeedReport> feeds) {
    List<String> names = feeds.stream().map(FeedReport::outlet).distinct().toList();
    return String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())))
        + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "");
  }

  /** {@code cannot be reached: a.example/news, b.example/news; refuses us: c.example/news}. */
  private static String reasons(List<FeedReport> feeds) {
    return feeds.stream()
        .collect(Collectors.groupingBy(FeedReport::health, TreeMap::new, Collectors.toList()))
        .entrySet().stream()
        .map(each -> words(each.getKey()) + ": "
            + each.getValue().stream().limit(MOST_NAMED).map(FeedReport::feedId).collect(Collectors.joining(", "))
            + (each.getValue().size() > MOST_NAMED ? " and " + (each.getValue().size() - MOST_NAMED) + " more" : ""))
        .collect(Collectors.joining("; "));
  }

  private static String words(FeedHealth health) {
    return switch (health) {
      case UNREACHABLE -> "cannot be reached";
      case REFUSED -> "refuses us";
      case GONE -> "is gone";
      case MALFORMED -> "cannot be parsed";
      case HTML_INSTEAD_OF_FEED -> "shows a page in the place of the feed";
      case COOKIE_GATE -> "wants a cookie first";
      case BOT_WALL -> "takes us for a robot";
      case TOO_LARGE -> "is too large";
      case THROTTLED -> "asks to be left alone";
      case STALE -> "has nothing new for three times as long as usual";
      case OK, NOT_MODIFIED, EMPTY, UNDATED, ENCODING_CHANGED, OFFLINE -> "is " + WireName.of(health);
    };
  }

  private String time(Instant instant) {
    boolean today = Duration.between(instant, now).compareTo(Duration.ofHours(20)) < 0;
    return (today ? TODAY : EARLIER).format(instant.atOffset(ZoneOffset.UTC));
  }

  private String lasted(Instant since) {
    Duration lasted = Duration.between(since, now);
    long hours = lasted.toHours();
    return hours >= 48 ? lasted.toDays() + " days"
        : hours > 0 ? hours + " h " + lasted.toMinutesPart() + " min" : lasted.toMinutes() + " min";
  }

  static String country(@Nullable String code) {
    return Locale.of("", Objects.requireNonNullElse(code, "")).getDisplayCountry(Locale.ENGLISH);
  }

  static String code(Language language) {
    return WireName.of(language);
  }

  static String language(String code) {
    return Locale.of(code).getDisplayLanguage(Locale.ENGLISH);
  }
}
