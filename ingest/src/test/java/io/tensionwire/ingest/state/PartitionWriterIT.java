package io.tensionwire.ingest.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.model.Article;
import io.tensionwire.model.FeedState;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicProvisioner;
import io.tensionwire.service.kafka.TopicTable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PartitionWriterIT {

  private static final int PARTITION = 3;

  @TempDir Path data;

  @Test
  void aSuccessorFencesItsPredecessorAndReadsOnlyWhatThatOneCommitted() throws Exception {
    try (var broker = EmbeddedBroker.start(data)) {
      var kafka = KafkaSettings.at(broker.bootstrapServers());
      try (var admin = kafka.admin()) {
        new TopicProvisioner(admin, (short) 1, Duration.ofSeconds(20))
            .ensure(List.of(kafka.topics().articles(), kafka.topics().feedStates()));
      }
      var former = PartitionWriter.open(kafka, PARTITION);
      former.write(article("https://a.example/1"), state("a.example/told"));
      former.finish();
      former.run();

      try (var successor = PartitionWriter.open(kafka, PARTITION)) {
        former.write(article("https://a.example/2"), state("a.example/late"));
        assertThatThrownBy(former::run).isInstanceOf(KafkaException.class);
        former.close();

        var states = TopicTable.read(kafka, "test", kafka.topics().feedStates(), PARTITION);
        assertThat(states.values()).containsOnlyKeys("a.example/told");
        assertThat(TopicTable.read(kafka, "test", kafka.topics().articles()).values().values())
            .extracting(Article::url).containsExactly(URI.create("https://a.example/1"));
        assertThat(successor).isNotNull();
      }
    }
  }

  private static Article article(String url) {
    return Article.builder(URI.create(url)).title("Title").fetchedAt(Instant.now()).build();
  }

  private static FeedState state(String feedId) {
    return FeedState.unknown(feedId);
  }
}
