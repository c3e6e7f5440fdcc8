package io.tensionwire.processor;

import io.tensionwire.detection.follow.FollowSettings;
import io.tensionwire.detection.story.StorySettings;
import io.tensionwire.model.yaml.Section;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The section {@code processor} of the configuration.
 *
 * @param watches the folder of the watch files
 * @param stateDir where Streams keeps its lock and the positions of its stores
 * @param threads of the topology; more than there are tasks (ten) are idle
 * @param commitInterval how long the results of an article may wait for others to share their transaction
 * @param standbyReplicas copies of the stores on other instances
 * @param storyRetention how long a quiet story and its articles are remembered
 * @param copyWindow the most time between the events of two near-copies
 */
public record ProcessorConfig(
    Path watches,
    Path stateDir,
    int threads,
    Duration commitInterval,
    int standbyReplicas,
    Duration storyRetention,
    Duration copyWindow) {

  /** An alert passes two transactions. 10 ms were told sooner than 20 ms; 5 ms were not any sooner. */
  private static final Duration DEFAULT_COMMIT_INTERVAL = Duration.ofMillis(10);
  private static final Duration MOST_COMMIT_INTERVAL = Duration.ofSeconds(5);
  private static final Duration DEFAULT_STORY_RETENTION = Duration.ofDays(14);
  private static final Duration MOST_STORY_RETENTION = Duration.ofDays(90);
  private static final Duration DEFAULT_COPY_WINDOW = Duration.ofDays(3);

  /** @throws io.tensionwire.model.yaml.YamlException for a value that would not work */
  public static ProcessorConfig from(Section section) {
    var config = new ProcessorConfig(
        Path.of(section.text("watches", "config/watches")),
        Path.of(section.text("state-dir", "data/processor")),
        section.integer("threads", 1, 1, 16),
        section.duration("commit-interval", DEFAULT_COMMIT_INTERVAL),
        section.integer("standby-replicas", 0, 0, 3),
        section.duration("story-retention", DEFAULT_STORY_RETENTION),
        section.duration("copy-window", DEFAULT_COPY_WINDOW));
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

  FollowSettings following() {
    return new FollowSettings(new StorySettings(storyRetention, copyWindow, StorySettings.USUAL.openFor()));
  }

  /** The defaults, for tests and tools. */
  public static ProcessorConfig of(Path watches, Path stateDir) {
    return new ProcessorConfig(
        watches, stateDir, 1, DEFAULT_COMMIT_INTERVAL, 0, DEFAULT_STORY_RETENTION, DEFAULT_COPY_WINDOW);
  }

  ProcessorConfig withStandbyReplicas(int replicas) {
    return new ProcessorConfig(
        watches, stateDir, threads, commitInterval, replicas, storyRetention, copyWindow);
  }
}
