package io.tensionwire.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.model.Topic;
import io.tensionwire.model.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The names of processors, stores and changelogs are a contract with the state that is out there. */
class TopologyContractTest {

  private static final Path DOCUMENTED = Path.of("../docs/topology.txt");

  @Test
  void theTopologyIsTheDocumentedOne() throws IOException {
    String described = describe(Topics.DEFAULT_PREFIX);

    assertThat(described)
        .as("the topology changed: see that running installations can follow, then put this into docs/topology.txt")
        .isEqualToIgnoringNewLines(Files.readString(DOCUMENTED));
  }

  @Test
  void thePrefixOfTheTopicsChangesNoOtherName() {
    assertThat(describe("other.").replace("other.", "news.")).isEqualTo(describe("news."));
  }

  @Test
  void everyTopicOfTheTopologyIsMadeSureOfAtTheStart() {
    List<String> used = Pattern.compile("news\\.[a-z-]+").matcher(describe(Topics.DEFAULT_PREFIX)).results()
        .map(MatchResult::group).distinct().toList();

    assertThat(ProcessorApp.topics(Topics.withPrefix(Topics.DEFAULT_PREFIX))).extracting(Topic::name)
        .containsAll(used);
  }

  private static String describe(String prefix) {
    var config = ProcessorConfig.of(Path.of("unused"), Path.of("unused"));
    return new TensionTopology(
            Topics.withPrefix(prefix), new Watches(List.of()), new Counts(new SimpleMeterRegistry()), Clock.systemUTC(),
            config)
        .build()
        .describe()
        .toString();
  }
}
