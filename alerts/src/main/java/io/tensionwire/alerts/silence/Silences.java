package io.tensionwire.alerts.silence;

import io.tensionwire.alerts.route.Matcher;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Silence;
import io.tensionwire.service.follow.TopicFollower;
import io.tensionwire.service.kafka.Word;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The silences that stand on their topic, whether they hold at the moment or not. For several threads. */
public final class Silences implements TopicFollower.Listener<Silence> {

  private static final Logger log = LoggerFactory.getLogger(Silences.class);

  private record Standing(Silence silence, List<Matcher> matchers) {

    static Standing of(Silence silence) {
      return new Standing(silence, silence.matchers().stream().map(Matcher::parse).toList());
    }

    boolean holds(Alert alert, Instant at) {
      return !silence.startsAt().isAfter(at) && silence.endsAt().isAfter(at)
          && matchers.stream().allMatch(matcher -> matcher.matches(alert));
    }
  }

  private volatile Map<String, Standing> standing = new ConcurrentSkipListMap<>();
  /** While the topic is read anew: what is not there any more must not hold. */
  private @Nullable Map<String, Standing> fresh;

  /** The id of a silence that holds this alert; {@code null} where none does. */
  public @Nullable String silencing(Alert alert, Instant at) {
    for (Standing each : standing.values()) {
      if (each.holds(alert, at)) {
        return each.silence().id();
      }
    }
    return null;
  }

  @Override
  public void begin() {
    fresh = new TreeMap<>();
  }

  @Override
  public void hear(ConsumerRecord<String, byte[]> record, Word<Silence> word) {
    Map<String, Standing> heard = fresh == null ? standing : fresh;
    switch (word) {
      case Word.Value<Silence>(Silence silence) -> add(record, silence, heard);
      case Word.Removed<Silence>() -> heard.remove(record.key());
      case Word.Unclear<Silence>(var unclear) -> passOver(record, unclear.reason());
    }
  }

  private static void add(ConsumerRecord<String, byte[]> record, Silence silence, Map<String, Standing> heard) {
    try {
      heard.put(record.key(), Standing.of(silence));
    } catch (IllegalArgumentException e) {
      passOver(record, e.getMessage());
    }
  }

  /** What stood under its key before goes on: nobody took that back. */
  private static void passOver(ConsumerRecord<String, byte[]> record, @Nullable String reason) {
    log.atWarn().addKeyValue("key", record.key()).addKeyValue("offset", record.offset()).addKeyValue("reason", reason)
        .log("not a silence: passed over");
  }

  @Override
  public void caughtUp() {
    if (fresh != null) {
      standing = new ConcurrentSkipListMap<>(fresh);
      fresh = null;
    }
  }
}
