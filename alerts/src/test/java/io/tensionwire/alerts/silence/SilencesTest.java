package io.tensionwire.alerts.silence;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Alert;
import io.tensionwire.model.Json;
import io.tensionwire.model.Silence;
import io.tensionwire.model.Topic;
import io.tensionwire.model.Topics;
import io.tensionwire.service.kafka.Word;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SilencesTest {

  private static final Topic<Silence> TOPIC = Topics.withPrefix("news.").silences();
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Alert ALERT = alert().signal("Moscow will retaliate.", "retaliate").build();

  private final Silences silences = new Silences();

  @Test
  void holdsFromItsStartToBeforeItsEnd() {
    hear("s1", silence("s1", NOON, NOON.plusSeconds(60), "severity >= high"));

    assertThat(silences.silencing(ALERT, NOON.minusMillis(1))).isNull();
    assertThat(silences.silencing(ALERT, NOON)).isEqualTo("s1");
    assertThat(silences.silencing(ALERT, NOON.plusMillis(59_999))).isEqualTo("s1");
    assertThat(silences.silencing(ALERT, NOON.plusSeconds(60))).isNull();
  }

  @Test
  void saysOneStoryAndOneSignal() {
    hear("s1", silence("s1", NOON, NOON.plusSeconds(60), "story = s-other"));
    hear("s2", silence("s2", NOON, NOON.plusSeconds(60), "signal = other-rule"));
    assertThat(silences.silencing(ALERT, NOON)).isNull();

    hear("s1", silence("s1", NOON, NOON.plusSeconds(60), "story = s-a1"));
    assertThat(silences.silencing(ALERT, NOON)).isEqualTo("s1");

    hear("s1", null);
    hear("s2", silence("s2", NOON, NOON.plusSeconds(60), "signal = rule"));
    assertThat(silences.silencing(ALERT, NOON)).isEqualTo("s2");
  }

  @Test
  void allMatchersMustMatch() {
    hear("s1", silence("s1", NOON, NOON.plusSeconds(60), "severity >= high", "outlet = Another Example"));

    assertThat(silences.silencing(ALERT, NOON)).isNull();
  }

  @Test
  void aTombstoneEndsIt() {
    hear("s1", silence("s1", NOON, NOON.plusSeconds(60), "severity >= high"));
    hear("s1", null);

    assertThat(silences.silencing(ALERT, NOON)).isNull();
  }

  @Test
  void whatIsNoSilenceIsPassedOver() {
    hear("s1", silence("s1", NOON, NOON.plusSeconds(60), "severity >= high"));
    hear("s1", "{\"id\":\"s1\"}".getBytes(UTF_8));
    hear("s2", silence("s2", NOON, NOON.plusSeconds(60), "severity >= enormous"));

    assertThat(silences.silencing(ALERT, NOON)).isEqualTo("s1");
  }

  @Test
  void readAnewWhatIsGoneHoldsNoMore() {
    hear("s1", silence("s1", NOON, NOON.plusSeconds(60), "severity >= high"));

    silences.begin();
    assertThat(silences.silencing(ALERT, NOON)).as("while it is read").isEqualTo("s1");
    hear("s2", silence("s2", NOON, NOON.plusSeconds(60), "kind = opened"));
    silences.caughtUp();

    assertThat(silences.silencing(ALERT, NOON)).isEqualTo("s2");
  }

  private void hear(String key, byte @Nullable [] value) {
    var record = new ConsumerRecord<>(TOPIC.name(), 0, 0, key, value == null ? new byte[0] : value);
    silences.hear(record, value == null ? new Word.Removed<>() : Word.of(TOPIC, record));
  }

  private static byte[] silence(String id, Instant from, Instant to, String... matchers) {
    return Json.write(new Silence(id, List.of(matchers), from, to, "editor", "")).getBytes(UTF_8);
  }
}
