package io.tensionwire.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventsTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SPAN = "00f067aa0ba902b7";

  private final Topics topics = Topics.withPrefix(Topics.DEFAULT_PREFIX);

  @Test
  void aRecordSaysWhatItIs() {
    Headers headers = stamped(topics.alerts(), Samples.alert(), new RecordHeaders());

    assertThat(text(headers, "ce_specversion")).isEqualTo("1.0");
    assertThat(text(headers, "ce_id")).isEqualTo("a1");
    assertThat(text(headers, "ce_source")).isEqualTo("urn:tensionwire");
    assertThat(text(headers, "ce_type")).isEqualTo("io.tensionwire.alert");
    assertThat(text(headers, "ce_time")).isEqualTo("2026-11-21T09:30:00Z");
    assertThat(text(headers, "ce_dataschema")).isEqualTo("urn:tensionwire:schema:alert:1");
    assertThat(text(headers, "content-type")).isEqualTo("application/json");
    assertThat(text(headers, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
  }

  @Test
  void namesOfTwoWordsAreHyphenated() {
    Headers headers = stamped(topics.tension(), Samples.tensionPoint(), new RecordHeaders());

    assertThat(text(headers, "ce_type")).isEqualTo("io.tensionwire.tension-point");
    assertThat(text(headers, "ce_dataschema")).isEqualTo("urn:tensionwire:schema:tension-point:1");
  }

  @Test
  void theSameValueGivesTheSameHeaders() {
    assertThat(all(stamped(topics.articles(), Samples.article(), new RecordHeaders())))
        .isEqualTo(all(stamped(topics.articles(), Samples.article(), new RecordHeaders())));
  }

  @Test
  void headersOfTheCauseAreReplacedAndOthersAreKept() {
    Headers headers = new RecordHeaders();
    headers.add("kept", new byte[] {1});
    stamped(topics.articles(), Samples.article(), headers);

    stamped(topics.alerts(), Samples.alert(), headers);

    assertThat(headers.headers("ce_type")).hasSize(1);
    assertThat(headers.headers("traceparent")).hasSize(1);
    assertThat(text(headers, "ce_type")).isEqualTo("io.tensionwire.alert");
    assertThat(headers.lastHeader("kept")).isNotNull();
  }

  @Test
  void theTraceOfTheCauseGoesOnWithASpanOfItsOwn() {
    Headers headers = new RecordHeaders().add("traceparent", ("00-" + TRACE + "-" + SPAN + "-01").getBytes(UTF_8));

    stamped(topics.alerts(), Samples.alert(), headers);

    assertThat(text(headers, "traceparent")).startsWith("00-" + TRACE + "-").doesNotContain(SPAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "nonsense", "00-" + TRACE, "00-00000000000000000000000000000000-" + SPAN + "-01",
        "00-" + TRACE + "-0000000000000000-01", "00-" + TRACE + "-zzf067aa0ba902b7-01",
        "ff-" + TRACE + "-" + SPAN + "-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01"
      })
  void aMalformedTraceIsReplaced(String malformed) {
    Headers headers = new RecordHeaders().add("traceparent", malformed.getBytes(UTF_8));

    stamped(topics.alerts(), Samples.alert(), headers);

    assertThat(all(headers)).isEqualTo(all(stamped(topics.alerts(), Samples.alert(), new RecordHeaders())));
  }

  @Test
  void twoVersionsOfAValueAreTwoEvents() {
    Delivery pending = Samples.delivery(DeliveryState.PENDING);
    Delivery delivered = Samples.delivery(DeliveryState.DELIVERED);

    assertThat(id(topics.deliveries(), pending)).isNotEqualTo(id(topics.deliveries(), delivered));
    assertThat(id(topics.stories(), Samples.story()))
        .startsWith("s1/")
        .isEqualTo(id(topics.stories(), Samples.story()))
        .isNotEqualTo(id(topics.stories(), Json.read(
            Json.write(Samples.story()).replace("\"articleCount\":2", "\"articleCount\":3"), Story.class)));
    assertThat(id(topics.articles(), Samples.article())).isEqualTo(Samples.article().id() + "/2");
  }

  @Test
  void aValueThatNamesNoTimeHasNone() {
    Headers headers = stamped(topics.alerts(), Samples.alert(), new RecordHeaders());

    stamped(topics.feeds(), Samples.feed(), headers);

    assertThat(headers.lastHeader("ce_time")).isNull();
  }

  @Test
  void storesCarryNoHeaders() {
    Headers headers = new RecordHeaders();

    Json.serde(Story.class).serializer().serialize("store", headers, Samples.story());

    assertThat(headers).isEmpty();
  }

  private static <V> String id(Topic<V> topic, V value) {
    return text(stamped(topic, value, new RecordHeaders()), "ce_id");
  }

  private static <V> Headers stamped(Topic<V> topic, V value, Headers headers) {
    topic.values().serializer().serialize(topic.name(), headers, value);
    return headers;
  }

  private static String text(Headers headers, String key) {
    return new String(headers.lastHeader(key).value(), UTF_8);
  }

  private static List<String> all(Headers headers) {
    List<String> all = new ArrayList<>();
    for (Header header : headers) {
      all.add(header.key() + "=" + new String(header.value(), UTF_8));
    }
    return all;
  }
}
