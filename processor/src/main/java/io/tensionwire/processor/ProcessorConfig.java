package io.tensionwire.processor;

import io.tensionwire.detection.alert.AlertSettings;
import io.tensionwire.detection.alert.FirstPoll;
import io.tensionwire.detection.follow.FollowSettings;
import io.tensionwire.detection.origin.Originators;
import io.tensionwire.detection.story.StorySettings;
import io.tensionwire.model.outlet.Outlet;
import io.tensionwire.model.yaml.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The section {@code processor} of the configuration, and what {@code alerts} says of articles that come too late.
 *
 * @param watches the folder of the watch files
 * @param stateDir where Streams keeps its lock and the positions of its stores
 * @param threads of the topology; more than there are tasks (seventeen) are idle
 * @param commitInterval how long the results of an article may wait for others to share their transaction
 * @param standbyReplicas copies of the stores on other instances
 * @param storyRetention how long a quiet story and its articles are remembered
 * @param copyWindow the most time between the events of two near-copies
 * @param alerts what is too old to be told
 * @param outlets what is known of the outlets, to tell who has it from whom
 */
public record ProcessorConfig(
    Path watches,
    Path stateDir,
    int threads,
    Duration commitInterval,
    int standbyReplicas,
    Duration storyRetention,
    Duration copyWindow,
    AlertSettings alerts,
    List<Outlet> outlets) {

  private static final Logger log = LoggerFactory.getLogger(ProcessorConfig.class);
  private static final Path OUTLETS = Path.of("config", "outlets.yaml");

  /** An alert passes two transactions. 10 ms were told sooner than 20 ms; 5 ms were not any sooner. */
  private static final Duration DEFAULT_COMMIT_INTERVAL = Duration.ofMillis(10);
  private static final Duration MOST_COMMIT_INTERVAL = Duration.ofSeconds(5);
  private static final Duration DEFAULT_STORY_RETENTION = Duration.ofDays(14);
  private static final Duration MOST_STORY_RETENTION = Duration.ofDays(90);
  private static final Duration DEFAULT_COPY_WINDOW = Duration.ofDays(3);

  public ProcessorConfig {
    outlets = List.copyOf(outlets);
  }

  /**
   * Reads the configuration.
   *
   * @param alerts the section of that name, of which other keys are other roles'
   * @throws io.tensionwire.model.yaml.YamlException for a value that would not work
   */
  public static ProcessorConfig from(Section section, Section alerts) {
    return from(section, alerts, Path.of(""));
  }

  /**
   * The same for a command that runs elsewhere.
   *
   * @param home where relative paths start from
   */
  public static ProcessorConfig from(Section section, Section alerts, Path home) {
    var config = new ProcessorConfig(
        Path.of(section.text("watches", "config/watches")),
        Path.of(section.text("state-dir", "data/processor")),
        section.integer("threads", 1, 1, 16),
        section.duration("commit-interval", DEFAULT_COMMIT_INTERVAL),
        section.integer("standby-replicas", 0, 0, 3),
        section.duration("story-retention", DEFAULT_STORY_RETENTION),
        section.duration("copy-window", DEFAULT_COPY_WINDOW),
        tellingFrom(alerts),
        outlets(section, home));
    if (config.commitInterval.isZero() || config.commitInterval.compareTo(MOST_COMMIT_INTERVAL) > 0) {
      throw section.error("commit-interval", "must be from 1ms to 5s: it delays every alert");
    }
    if (config.copyWindow.isZero()) {
      throw section.error("copy-window", "would find no copies; write it like 3d");
    }
    if (config.storyRetention.compareTo(config.copyWindow) < 0) {
      throw section.error("story-retention", "must not be less than copy-window");
    }
    if (config.storyRetention.compareTo(MOST_STORY_RETENTION) > 0) {
      throw section.error("story-retention", "must be at most 90d: stories are kept in memory");
    }
    return config;
  }

  private static AlertSettings tellingFrom(Section alerts) {
    Duration maxAge = alerts.duration("max-age", AlertSettings.USUAL.maxAge());
    if (maxAge.isZero() || maxAge.isNegative()) {
      throw alerts.error("max-age", "must be longer than nothing; 24h is usual");
    }
    return new AlertSettings(maxAge, alerts.choice("first-poll", FirstPoll.class, AlertSettings.USUAL.firstPoll()));
  }

  private static List<Outlet> outlets(Section section, Path home) {
    String file = section.text("outlets");
    Path path = home.resolve(file == null ? OUTLETS : Path.of(file));
    if (file == null && !Files.exists(path)) {
      log.atInfo().addKeyValue("file", path)
          .log("no file of outlets: each is its own source; processor.outlets names one");
      return List.of();
    }
    try {
      return Outlet.read(path);
    } catch (IOException e) {
      throw section.error("outlets", "cannot be read; it lists outlets as config/outlets.yaml does");
    }
  }

  /** How watches are followed by this configuration. */
  public FollowSettings following() {
    return new FollowSettings(
        new StorySettings(storyRetention, copyWindow, StorySettings.USUAL.openFor()), alerts, new Originators(outlets));
  }

  /** The defaults, for tests and tools. */
  public static ProcessorConfig of(Path watches, Path stateDir) {
    return new ProcessorConfig(
        watches, stateDir, 1, DEFAULT_COMMIT_INTERVAL, 0, DEFAULT_STORY_RETENTION, DEFAULT_COPY_WINDOW,
        AlertSettings.USUAL, List.of());
  }

  ProcessorConfig withStandbyReplicas(int replicas) {
    return new ProcessorConfig(
        watches, stateDir, threads, commitInterval, replicas, storyRetention, copyWindow, alerts, outlets);
  }
}
