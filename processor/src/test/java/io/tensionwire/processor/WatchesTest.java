package io.tensionwire.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.service.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchesTest {

  private static final Path SHIPPED = Path.of("../config/watches");

  @TempDir Path folder;

  @Test
  void theShippedWatchesAreGood() {
    assertThat(Watches.load(SHIPPED).inForce()).extracting(Watching::id).contains("korea-russia");
  }

  @Test
  void eachBadFileIsNamedWithItsLineAndReason() throws IOException {
    Files.copy(SHIPPED.resolve("korea-russia.yaml"), folder.resolve("korea-russia.yaml"));
    Files.writeString(folder.resolve("broken.yaml"), "id: broken\nphrases: [\n");
    Files.writeString(folder.resolve("nameless.yml"), "# a watch without an id\n{}\n");

    assertThatThrownBy(() -> Watches.load(folder))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("broken.yaml:")
        .hasMessageContaining("not YAML")
        .hasMessageContaining("nameless.yml:")
        .hasMessageContaining("id is missing")
        .message()
        .hasLineCount(1);
  }

  @Test
  void twoFilesMayNotHaveOneId() throws IOException {
    Files.copy(SHIPPED.resolve("korea-russia.yaml"), folder.resolve("a.yaml"));
    Files.copy(SHIPPED.resolve("korea-russia.yaml"), folder.resolve("b.yaml"));

    assertThatThrownBy(() -> Watches.load(folder))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("b.yaml: another file of this folder has the id korea-russia too");
  }

  @Test
  void aFolderWithoutWatchesIsRefused() {
    assertThatThrownBy(() -> Watches.load(folder))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("processor.watches")
        .hasMessageContaining("holds no watch");
  }

  @Test
  void aFolderThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> Watches.load(folder.resolve("nowhere")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("is not a folder");
  }
}
