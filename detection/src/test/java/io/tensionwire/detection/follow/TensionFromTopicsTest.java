package io.tensionwire.detection.follow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tensionwire.detection.Fingerprint;
import io.tensionwire.detection.watch.WatchReader;
import io.tensionwire.detection.watch.WatchRules;
import io.tensionwire.model.ArticleStatus;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Category;
import io.tensionwire.model.Confidence;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Gist;
import io.tensionwire.model.Language;
import io.tensionwire.model.Mentions;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Signal;
import io.tensionwire.model.Source;
import io.tensionwire.model.Stance;
import io.tensionwire.model.Story;
import io.tensionwire.model.StoryStatus;
import io.tensionwire.model.TensionPoint;
import io.tensionwire.model.TextField;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whoever has the topics {@code news.detections} and {@code news.stories} has the tension: it is computed here from
 * nothing else, in the plainest way, and compared with what was told.
 */
class TensionFromTopicsTest {

  private static final WatchRules WATCH = WatchReader.read("""
      id: w
      pair: [a, b]
      parties:
        - { id: a, en: { names: [aland] } }
        - { id: b, en: { names: [bland] } }
      signals:
        - { id: s, category: dialogue, en: [talk] }
      """, "w.yaml");

  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  private static final int DAYS = 110;
  private static final List<String> DIRECTIONS = List.of("total", "a>b", "b>a");

  private final Random random = new Random(20261121);
  private final List<Detection> detections = new ArrayList<>();
  private final Map<String, Story> stories = new TreeMap<>();
  private final Map<String, TensionPoint> points = new TreeMap<>();

  @Test
  void thePointsFollowFromTheTopicsAlone() {
    var following = new Following(Memory.onHeap(), FollowSettings.USUAL, id -> WATCH);
    for (int day = 0; day < DAYS; day++) {
      Instant midnight = START.plus(Duration.ofDays(day));
      for (int article = 0; article < random.nextInt(4); article++) {
        follow(following, arriving(midnight, "d" + day + "n" + article));
      }
      hear(following.tick(midnight.plus(Duration.ofHours(23))));
    }

    assertThat(stories).hasSizeGreaterThan(30);
    int compared = 0;
    for (int day = DAYS - 90; day < DAYS; day++) {
      LocalDate last = day(START).plusDays(day);
      for (String direction : DIRECTIONS) {
        compared += compare(direction, last, 1) + compare(direction, last, 7);
      }
    }
    assertThat(compared).isEqualTo(540);
  }

  private int compare(String direction, LocalDate last, int length) {
    TensionPoint point = requireNonNull(
        points.get(direction + "/" + length + "/" + last.minusDays(length - 1L)), direction + length + last);
    assertThat(point.escalation()).as(point.toString()).isEqualTo(sum(direction, last, length, true), within(0.01));
    assertThat(point.deescalation()).as(point.toString()).isEqualTo(sum(direction, last, length, false), within(0.01));
    assertThat(point.coverage()).as(point.toString()).isEqualTo(coverage(last, length));
    long history = Math.min(90, last.toEpochDay() - day(START).toEpochDay() + 1);
    assertThat(point.historyDays()).isEqualTo((int) history);
    if (history < 28) {
      assertThat(point.index()).isNull();
    } else {
      assertThat(point.index()).as(point.toString()).isEqualTo(index(direction, last, length, history), within(0.06));
    }
    return 1;
  }

  private double index(String direction, LocalDate last, int length, long history) {
    double own = sum(direction, last, length, true);
    double rank = 0;
    long windows = history - length + 1;
    for (int back = 0; back < windows; back++) {
      double other = sum(direction, last.minusDays(back), length, true);
      rank += Math.abs(other - own) < 0.0005 ? 0.5 : other < own ? 1 : 0;
    }
    return 100 * rank / windows;
  }

  private double sum(String direction, LocalDate last, int length, boolean escalation) {
    double sum = 0;
    for (Story story : stories.values()) {
      LocalDate first = story.articles().stream().map(this::eventDay).min(LocalDate::compareTo).orElseThrow();
      if (!first.isAfter(last) && first.isAfter(last.minusDays(length))) {
        sum += part(story, direction, escalation);
      }
    }
    return sum;
  }

  private static double part(Story story, String direction, boolean escalation) {
    Severity severity = story.severity();
    Polarity side = escalation ? Polarity.ESCALATION : Polarity.DEESCALATION;
    if (severity == null || story.status() == StoryStatus.MERGED) {
      return 0;
    }
    double weight = switch (severity) {
      case NOTICE -> 1;
      case ELEVATED -> 3;
      case HIGH -> 8;
      case CRITICAL -> 20;
    };
    Map<Category, Integer> heaviest = new HashMap<>();
    Set<String> directions = new HashSet<>(Set.of("total"));
    for (Signal signal : story.signals()) {
      if (signal.current() && signal.stance() != Stance.NEGATED) {
        heaviest.merge(requireNonNull(signal.category()), signal.weight(), Math::max);
        if (signal.polarity() == side) {
          directions.add(String.valueOf(signal.direction()));
        }
      }
    }
    double all = heaviest.values().stream().mapToInt(w -> w).sum();
    double ours = heaviest.entrySet().stream().filter(e -> e.getKey().polarity() == side).mapToInt(Map.Entry::getValue).sum();
    double share = story.polarity() == Polarity.MIXED ? (all == 0 ? 0.5 : ours / all) : story.polarity() == side ? 1 : 0;
    return directions.contains(direction) ? weight * share : 0;
  }

  private int coverage(LocalDate last, int length) {
    return (int) detections.stream().filter(d -> d.revision() == 1).map(d -> day(d.eventAt()))
        .filter(day -> !day.isAfter(last) && day.isAfter(last.minusDays(length))).count();
  }

  private LocalDate eventDay(Source source) {
    return detections.stream().filter(d -> d.articleId().equals(source.articleId()) && d.revision() == 1)
        .map(d -> day(d.eventAt())).findFirst().orElseThrow();
  }

  /** New ones, copies, revisions that change everything, and late ones. */
  private Detection arriving(Instant midnight, String id) {
    Instant now = midnight.plusSeconds(random.nextInt(80_000));
    Detection earlier = detections.isEmpty() ? null : detections.get(random.nextInt(detections.size()));
    boolean young = earlier != null && Duration.between(earlier.fetchedAt(), now).toDays() < 10;
    if (young && random.nextInt(3) == 0) {
      Detection known = requireNonNull(earlier);
      int revision = (int) detections.stream().filter(d -> d.articleId().equals(known.articleId())).count() + 1;
      return detection(known.articleId(), revision, known.fingerprint(), known.eventAt(), now);
    }
    Instant eventAt = random.nextInt(4) == 0 ? now.minus(Duration.ofDays(random.nextInt(12))) : now;
    Instant notBefore = eventAt.isBefore(START) ? START : eventAt;
    String fingerprint = young && random.nextInt(3) == 0
        ? requireNonNull(earlier).fingerprint() : Fingerprint.of(words());
    return detection(id, 1, fingerprint, notBefore, now);
  }

  private String words() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      text.append(Integer.toString(random.nextInt(1_000_000), 36)).append(' ');
    }
    return text.toString();
  }

  private Detection detection(String id, int revision, String fingerprint, Instant eventAt, Instant now) {
    @Nullable Severity severity = random.nextInt(6) == 0 ? null : Severity.values()[random.nextInt(4)];
    List<Signal> signals = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      signals.add(signal(id + i));
    }
    return new Detection(
        "", id, revision, "w", "v1", "SAMPLE: " + id, URI.create("https://gazette.example/" + id), "feed", "Gazette",
        Genre.REPORT, Language.EN, ArticleStatus.LIVE, eventAt, now, eventAt, 50, severity,
        severity == null ? null : Confidence.SINGLE, severity == null ? null : Polarity.values()[random.nextInt(3)],
        severity == null ? "no-signal" : null, signals, Mentions.NONE, fingerprint, Gist.NONE, false, BodySource.FEED, now);
  }

  private Signal signal(String phrase) {
    Category category = Category.values()[random.nextInt(Category.values().length)];
    String[] ends = List.of(new String[] {"a", "b"}, new String[] {"b", "a"}, new String[] {"a", null})
        .get(random.nextInt(3));
    return new Signal(
        "s", category, category.polarity(), Stance.values()[random.nextInt(3)], random.nextInt(4) > 0, phrase, phrase, 0,
        TextField.BODY, 0, phrase.length(), ends[0], ends[1], null, null, 10 + random.nextInt(60), "", Language.EN);
  }

  private void follow(Following following, Detection detection) {
    detections.add(detection);
    hear(following.follow(detection, detection.fetchedAt()));
  }

  private void hear(List<Outcome> outcomes) {
    for (Outcome outcome : outcomes) {
      switch (outcome) {
        case Outcome.Followed(Story story) -> stories.put(story.id(), story);
        case Outcome.Measured(TensionPoint point) -> points.put(
            point.direction() + "/" + point.window().toDays() + "/" + day(point.windowStart()), point);
        default -> requireNonNull(outcome);
      }
    }
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
