package io.tensionwire.detection.coverage;

import io.tensionwire.detection.memory.Shelf;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Feed;
import io.tensionwire.model.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides what of the feeds' silence is worth an alert. A feed is told once when it falls silent, and once when it is
 * back; those that do so together are one alert, and so are all of a {@linkplain Field country or language} of which
 * half or more is dark. It asks no clock; all that it must remember is on two shelves. Not for use by several threads.
 */
public final class Coverage {

  static final String OURS = "coverage/ours";
  static final String SEVERAL = "coverage/several";

  private final Shelf<FeedReport> feeds;
  private final Shelf<ToldSilence> told;

  /**
   * @param feeds as they were last heard of, by their ids
   * @param told the silences that were told, by watch and feed
   */
  public Coverage(Shelf<FeedReport> feeds, Shelf<ToldSilence> told) {
    this.feeds = feeds;
    this.told = told;
  }

  /** Takes note of how a feed is; of one that was removed, nothing is kept. */
  public void note(FeedReport report) {
    if (report.removed()) {
      feeds.delete(report.feedId());
    } else {
      feeds.put(report.feedId(), report.after(feeds.get(report.feedId())));
    }
  }

  /** What a watch is to be told at this moment. */
  public List<Alert> tell(String watchId, CoverageSettings settings, Instant now) {
    List<FeedReport> all = new ArrayList<>();
    feeds.forEach((id, feed) -> all.add(feed));
    var words = new CoverageWords(watchId, now);
    List<Alert> alerts = new ArrayList<>();
    alerts.addAll(ours(all, words, settings, now));
    alerts.addAll(silent(all, words, settings, now));
    alerts.addAll(back(words, settings, now));
    return alerts.stream()
        .filter(alert -> !settings.muted() && alert.severity().compareTo(settings.from()) >= 0)
        .toList();
  }

  private List<Alert> ours(List<FeedReport> all, CoverageWords words, CoverageSettings settings, Instant now) {
    List<FeedReport> offline = all.stream().filter(FeedReport::isOffline).toList();
    Instant since = offline.stream().map(FeedReport::since).min(Comparator.naturalOrder()).orElse(null);
    ToldSilence before = told.get(ToldSilence.key(words.watchId(), OURS));
    if (since != null && before == null && !now.isBefore(since.plus(settings.together()))) {
      told.put(ToldSilence.key(words.watchId(), OURS), new ToldSilence(words.watchId(), OURS, OURS, since));
      return List.of(words.offline(offline, all.size(), since));
    }
    if (since == null && before != null) {
      told.delete(before.key());
      return List.of(words.online(before.since()));
    }
    return List.of();
  }

  private List<Alert> silent(List<FeedReport> all, CoverageWords words, CoverageSettings settings, Instant now) {
    List<FeedReport> silent = all.stream().filter(feed -> isDue(feed.silentFrom(settings), now)).toList();
    List<FeedReport> news =
        silent.stream().filter(feed -> told.get(ToldSilence.key(words.watchId(), feed.feedId())) == null).toList();
    boolean waited =
        news.stream().anyMatch(feed -> isDue(plus(feed.silentFrom(settings), settings), now));
    if (!waited) {
      return List.of();
    }
    List<Alert> alerts = new ArrayList<>();
    List<FeedReport> left = new ArrayList<>(news);
    for (Field field : Field.of(all)) {
      List<FeedReport> dark = field.feeds().stream().filter(silent::contains).toList();
      List<FeedReport> fresh = dark.stream().filter(left::contains).toList();
      if (!fresh.isEmpty() && field.isDark(dark)) {
        left.removeAll(fresh);
        alerts.add(words.dark(field, dark, fresh));
        dark.forEach(feed -> remember(words.watchId(), feed, field.subject()));
      }
    }
    if (!left.isEmpty()) {
      String subject = left.size() == 1 ? "coverage/" + left.getFirst().feedId() : SEVERAL;
      alerts.add(words.silent(subject, left));
      left.forEach(feed -> remember(words.watchId(), feed, subject));
    }
    return alerts;
  }

  /** One alert for a subject, when the last of its feeds is back; a feed that was removed is not missed. */
  private List<Alert> back(CoverageWords words, CoverageSettings settings, Instant now) {
    var bySubject = new TreeMap<String, List<ToldSilence>>();
    told.forEach((key, silence) -> {
      if (silence.watchId().equals(words.watchId()) && !silence.subject().equals(OURS)) {
        bySubject.computeIfAbsent(silence.subject(), subject -> new ArrayList<>()).add(silence);
      }
    });
    List<Alert> alerts = new ArrayList<>();
    bySubject.forEach((subject, silences) -> {
      List<ToldSilence> gone = silences.stream().filter(silence -> feeds.get(silence.feedId()) == null).toList();
      gone.forEach(silence -> told.delete(silence.key()));
      List<FeedReport> back = silences.stream()
          .map(silence -> feeds.get(silence.feedId()))
          .filter(Objects::nonNull)
          .filter(feed -> isBack(feed, settings, now))
          .toList();
      if (!back.isEmpty() && back.size() + gone.size() == silences.size()) {
        silences.forEach(silence -> told.delete(silence.key()));
        Instant since = silences.stream().map(ToldSilence::since).min(Comparator.naturalOrder()).orElseThrow();
        alerts.add(words.back(subject, back, since));
      }
    });
    return alerts;
  }

  private static boolean isBack(FeedReport feed, CoverageSettings settings, Instant now) {
    return !feed.isSilent() && !feed.isOffline() && isDue(plus(feed.since(), settings), now);
  }

  private void remember(String watchId, FeedReport feed, String subject) {
    Instant since = Objects.requireNonNullElse(feed.silentSince(), feed.since());
    var silence = new ToldSilence(watchId, feed.feedId(), subject, since);
    told.put(silence.key(), silence);
  }

  private static boolean isDue(@Nullable Instant moment, Instant now) {
    return moment != null && !now.isBefore(moment);
  }

  private static @Nullable Instant plus(@Nullable Instant moment, CoverageSettings settings) {
    return moment == null ? null : moment.plus(settings.together());
  }

  /**
   * The feeds of a country or a language.
   *
   * @param subject of the alerts about it
   * @param name in words
   */
  record Field(String subject, String name, List<FeedReport> feeds) {

    /** Languages that are read from several countries, then countries, each in the order of their names. */
    static List<Field> of(List<FeedReport> all) {
      List<Field> fields = new ArrayList<>();
      all.stream().filter(feed -> feed.language() != null)
          .collect(Collectors.groupingBy(
              feed -> CoverageWords.code(Objects.requireNonNull(feed.language())), TreeMap::new, Collectors.toList()))
          .forEach((language, feeds) -> {
            if (feeds.stream().map(FeedReport::country).distinct().count() > 1) {
              fields.add(new Field("coverage/language/" + language, CoverageWords.language(language), feeds));
            }
          });
      all.stream().filter(feed -> feed.country() != null)
          .collect(Collectors.groupingBy(
              feed -> Objects.requireNonNull(feed.country()), TreeMap::new, Collectors.toList()))
          .forEach((country, feeds) ->
              fields.add(new Field("coverage/country/" + country, CoverageWords.country(country), feeds)));
      return fields;
    }

    boolean isWhole(List<FeedReport> dark) {
      return dark.size() == feeds.size();
    }

    /** A language is, when all of it is; a country, when half of it is. One site's trouble is neither's. */
    boolean isDark(List<FeedReport> dark) {
      boolean severalSites = dark.stream().map(feed -> Feed.site(feed.feedId())).distinct().count() > 1;
      return severalSites && (isWhole(dark) || (isCountry() && dark.size() * 2 >= feeds.size()));
    }

    Severity severity(List<FeedReport> dark) {
      return isWhole(dark) ? Severity.HIGH : Severity.ELEVATED;
    }

    private boolean isCountry() {
      return subject.startsWith("coverage/country/");
    }
  }
}
