package io.tensionwire.processor;

import io.tensionwire.model.Topic;
import io.tensionwire.model.Watch;
import io.tensionwire.model.yaml.YamlException;
import io.tensionwire.processor.WatchFiles.WatchFile;
import io.tensionwire.service.Health;
import io.tensionwire.service.kafka.Unreadable;
import io.tensionwire.service.kafka.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is in force of what the topic says. A watch that is not right changes nothing: the last good one stays, and the
 * mistakes are logged once, counted, and noted in {@code /readyz} until the topic says something better. For one
 * thread.
 */
final class WatchDesk {

  private static final Logger log = LoggerFactory.getLogger(WatchDesk.class);

  private final Topic<Watch> topic;
  private final WatchFiles files;
  private final Watches watches;
  private final Counts counts;
  private final Health.Check check;
  private final SortedMap<String, Reading.Bad> refused = new TreeMap<>();

  /** What a record makes of its watch. */
  private sealed interface Reading {

    record Good(Watching compiled, String pushedBy) implements Reading {}

    record Gone() implements Reading {}

    /** @param version as far as it is known, for messages */
    record Bad(String version, List<String> mistakes) implements Reading {}
  }

  WatchDesk(Topic<Watch> topic, WatchFiles files, Watches watches, Counts counts, Health.Check check) {
    this.topic = topic;
    this.files = files;
    this.watches = watches;
    this.counts = counts;
    this.check = check;
  }

  /**
   * All that stands on the topic, in its order. Of each watch the newest version that is right counts; where none is
   * left, the file stands in.
   */
  void standing(Iterable<ConsumerRecord<String, byte[]>> records) {
    Map<String, List<ConsumerRecord<String, byte[]>>> byId = new LinkedHashMap<>();
    records.forEach(record -> byId.computeIfAbsent(id(record), id -> new ArrayList<>()).addFirst(record));
    byId.forEach((id, newestFirst) -> {
      if (watches.get(id) == null && read(newestFirst.getFirst()) instanceof Reading.Bad) {
        lastGood(id, newestFirst);
      }
      hear(newestFirst.getFirst());
    });
  }

  private void lastGood(String id, List<ConsumerRecord<String, byte[]>> newestFirst) {
    for (ConsumerRecord<String, byte[]> record : newestFirst) {
      switch (read(record)) {
        case Reading.Good good -> {
          use(good);
          return;
        }
        case Reading.Gone() -> {
          return;
        }
        case Reading.Bad bad -> log.atDebug().addKeyValue("watch", id).addKeyValue("version", bad.version()).log("older");
      }
    }
    WatchFile file = files.get(id);
    if (file != null) {
      use(new Reading.Good(file.compiled(), file.watch().pushedBy()));
    }
  }

  /** The next record of the topic. */
  void hear(ConsumerRecord<String, byte[]> record) {
    String id = id(record);
    Reading.@Nullable Bad before = refused.remove(id);
    switch (read(record)) {
      case Reading.Good good -> use(good);
      case Reading.Gone() -> {
        if (watches.get(id) != null) {
          watches.remove(id);
          log.atInfo().addKeyValue("watch", id).log("watch removed");
        }
      }
      case Reading.Bad bad -> {
        refused.put(id, bad);
        if (!bad.equals(before)) {
          refuse(id, bad);
        }
      }
    }
    show();
  }

  private void use(Reading.Good good) {
    Watching now = good.compiled();
    Watching before = watches.get(now.id());
    if (before == null || !before.version().equals(now.version())) {
      watches.put(now);
      log.atInfo()
          .addKeyValue("watch", now.id())
          .addKeyValue("version", now.version())
          .addKeyValue("before", before == null ? "none" : before.version())
          .addKeyValue("pushedBy", good.pushedBy())
          .log("watch in force");
    }
  }

  private void refuse(String id, Reading.Bad bad) {
    counts.watchRefused(id);
    log.atError()
        .addKeyValue("watch", id)
        .addKeyValue("version", bad.version())
        .addKeyValue("inForce", stays(id))
        .addKeyValue("mistakes", String.join("; ", bad.mistakes()))
        .log("watch refused");
  }

  private String stays(String id) {
    Watching stays = watches.get(id);
    return stays == null ? "none" : stays.version();
  }

  /** Where people and programs look for it. */
  private void show() {
    counts.inForce(watches.inForce());
    check.note(refused.isEmpty() ? null : refused.entrySet().stream()
        .map(entry -> {
          List<String> mistakes = entry.getValue().mistakes();
          return "watch " + entry.getKey() + ": version " + entry.getValue().version() + " is refused, in force is "
              + stays(entry.getKey()) + ": " + mistakes.getFirst()
              + (mistakes.size() > 1 ? " (and " + (mistakes.size() - 1) + " more)" : "");
        })
        .collect(Collectors.joining("; ")));
  }

  private Reading read(ConsumerRecord<String, byte[]> record) {
    return switch (Word.of(topic, record)) {
      case Word.Value<Watch>(Watch watch) -> compile(id(record), watch);
      case Word.Removed<Watch>() -> new Reading.Gone();
      case Word.Unclear<Watch>(Unreadable unclear) ->
          new Reading.Bad("at offset " + record.offset(), List.of(unclear.reason()));
    };
  }

  private Reading compile(String id, Watch watch) {
    if (!watch.id().equals(id)) {
      return new Reading.Bad(watch.version(), List.of("the record's key is " + id + ", its watch " + watch.id()));
    }
    Watching known = watches.get(id);
    WatchFile file = files.get(id);
    if (known != null && known.version().equals(watch.version())) {
      return new Reading.Good(known, watch.pushedBy());
    }
    if (file != null && file.watch().version().equals(watch.version())) {
      return new Reading.Good(file.compiled(), watch.pushedBy());
    }
    try {
      return new Reading.Good(Watching.of(watch), watch.pushedBy());
    } catch (YamlException e) {
      return new Reading.Bad(
          watch.version(), e.mistakes().stream().map(mistake -> String.valueOf(mistake.getMessage())).toList());
    } catch (RuntimeException e) {
      // A mistake of ours in compiling must not stop the watches that are in force.
      return new Reading.Bad(watch.version(), List.of("cannot be compiled: " + e));
    }
  }

  private static String id(ConsumerRecord<String, byte[]> record) {
    return String.valueOf(record.key());
  }
}
