package io.tensionwire.ingest.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Feed;
import io.tensionwire.model.Language;
import io.tensionwire.model.yaml.Section;
import io.tensionwire.service.address.PrivateAddresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The configuration that the project ships. */
class ShippedConfigTest {

  private static final Path CONFIG = Path.of("..", "config");

  @Test
  void theFeedsAreReadableAndInThreeLanguages() throws IOException {
    Section ingest = Section.parse(Files.readString(CONFIG.resolve("tensionwire.yaml")), "tensionwire.yaml").section("ingest");

    IngestConfig config = IngestConfig.from(ingest);

    ingest.rejectUnknownKeys();
    assertThat(config.fetching().privateAddresses()).isEqualTo(PrivateAddresses.NONE);
    assertThat(config.feeds()).extracting(Feed::language).contains(Language.EN, Language.KO, Language.RU);
    assertThat(config.feeds()).allSatisfy(feed -> assertThat(feed.zone()).isNotNull());
  }

  @Test
  void everyFeedsOutletIsDescribed() throws IOException {
    Set<String> known = Section.parse(Files.readString(CONFIG.resolve("outlets.yaml")), "outlets.yaml").sections("outlets")
        .stream().map(outlet -> outlet.required("name")).collect(Collectors.toSet());
    Section ingest = Section.parse(Files.readString(CONFIG.resolve("tensionwire.yaml")), "tensionwire.yaml").section("ingest");

    assertThat(known).containsAll(IngestConfig.from(ingest).feeds().stream().map(Feed::outlet).toList());
  }
}
