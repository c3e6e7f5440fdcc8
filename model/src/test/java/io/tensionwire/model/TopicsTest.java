package io.tensionwire.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicsTest {

  private final Topics topics = Topics.withPrefix(Topics.DEFAULT_PREFIX);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          news.articles     | 6 | delete         |  30
          news.feeds        | 6 | compact        |
          news.feed-states  | 6 | compact        |
          news.watches      | 1 | compact        |
          news.detections   | 4 | delete         |  90
          news.stories      | 4 | compact,delete | 400
          news.tension      | 4 | compact,delete | 400
          news.positions    | 1 | compact        |
          news.alerts       | 1 | delete         |  90
          news.deliveries   | 1 | compact,delete |  90
          news.feedback     | 1 | compact,delete | 400
          news.silences     | 1 | compact        |
          news.signal-feedback | 1 | compact     |
          news.dead-letters | 1 | delete         |  30
          """)
  void eachTopicIsLaidOutAsTheDesignSays(String name, int partitions, String cleanup, Integer days) {
    Topic<?> topic = topics.all().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();

    assertThat(topic.partitions()).isEqualTo(partitions);
    assertThat(topic.settings())
        .containsEntry("cleanup.policy", cleanup)
        .containsEntry("retention.ms", days == null ? "-1" : Long.toString(Duration.ofDays(days).toMillis()))
        .containsEntry("max.message.bytes", "2097152");
    assertThat(topic.newTopic((short) 3).replicationFactor()).isEqualTo((short) 3);
    assertThat(topic.newTopic((short) 3).configs()).isEqualTo(topic.settings());
  }

  @Test
  void thereAreFourteenOfThemUnderAnyPrefix() {
    assertThat(Topics.withPrefix("test-").all())
        .hasSize(14)
        .allSatisfy(topic -> assertThat(topic.name()).startsWith("test-"));
  }

  @Test
  void keysAreThoseOfTheDesign() {
    assertThat(topics.articles().key().apply(Samples.article())).isEqualTo(Samples.article().id());
    assertThat(topics.feeds().key().apply(Samples.feed())).isEqualTo("daily.example/world");
    assertThat(topics.feedStates().key().apply(Samples.feedState())).isEqualTo("daily.example/world");
    assertThat(topics.detections().key().apply(Samples.detection())).isEqualTo("korea-russia");
    assertThat(topics.stories().key().apply(Samples.story())).isEqualTo("s1");
    assertThat(topics.tension().key().apply(Samples.tensionPoint()))
        .isEqualTo("korea-russia/south-korea>russia/P7D/2026-11-21");
    assertThat(topics.alerts().key().apply(Samples.alert())).isEqualTo("story/s1");
    assertThat(topics.deliveries().key().apply(Samples.delivery(DeliveryState.PENDING))).isEqualTo("a1/newsroom");
    assertThat(topics.watches().key().apply(sample(Watch.class))).isEqualTo("korea-russia");
    assertThat(topics.positions().key().apply(sample(Position.class)))
        .isEqualTo("korea-russia/south-korea/lethal-arms");
    assertThat(topics.feedback().key().apply(sample(Feedback.class))).isEqualTo("a1/desk");
    assertThat(topics.silences().key().apply(sample(Silence.class))).isEqualTo("s1");
    assertThat(topics.signalFeedback().key().apply(sample(SignalFeedback.class))).isEqualTo("korea-russia/red-line");
  }

  @Test
  void aRecordCarriesItsValuesTime() {
    var record = topics.articles().record(Samples.article());

    assertThat(record.timestamp()).isEqualTo(Samples.NOW.toEpochMilli());
    assertThat(record.key()).isEqualTo(Samples.article().id());
    assertThat(record.partition()).isNull();
  }

  @Test
  void aValueThatNamesNoTimeLeavesItToTheProducer() {
    assertThat(topics.feeds().record(Samples.feed()).timestamp()).isNull();
    assertThat(topics.feedStates().record(FeedState.unknown("a/b")).timestamp()).isNull();
  }

  @Test
  void feedsOfOneSiteHaveOnePartitionWhateverTheirNamesAndCase() {
    int partition = topics.feedPartition("yna.co.kr/english");

    assertThat(Stream.of("yna.co.kr/russian", "YNA.co.kr/all", "yna.co.kr/a/b", "yna.co.kr"))
        .allSatisfy(id -> assertThat(topics.feedPartition(id)).isEqualTo(partition));
    // Fixed for ever: a feed whose partition moves loses its state.
    assertThat(Stream.of("yna.co.kr", "tass.com", "kbs.co.kr").map(topics::feedPartition))
        .containsExactly(4, 4, 2);
  }

  @Test
  void sitesAreSpreadOverAllPartitions() {
    assertThat(IntStream.range(0, 200).map(i -> topics.feedPartition("site" + i + ".example/news")).boxed())
        .contains(0, 1, 2, 3, 4, 5)
        .allMatch(partition -> partition >= 0 && partition < 6);
  }

  @Test
  void aDeadLetterIsTheOriginalBytes() {
    byte[] broken = "{\"id\":".getBytes(UTF_8);

    var values = topics.deadLetters().values();

    assertThat(values.deserializer().deserialize("t", values.serializer().serialize("t", broken))).isEqualTo(broken);
    assertThat(topics.deadLetters().keys().serializer().serialize("t", "한국/러시아"))
        .isEqualTo("한국/러시아".getBytes(UTF_8));
  }

  @Test
  void theDayOfAWindowIsThatOfUtc() {
    var late = new TensionPoint(
        "w", "total", Instant.parse("2026-11-21T23:59:59.999Z"), TensionPoint.DAY, 0, 0, 0, null, 0, List.of());

    assertThat(topics.tension().key().apply(late)).isEqualTo("w/total/P1D/2026-11-21");
  }

  private static <V> V sample(Class<V> type) {
    return Samples.full().stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }
}
