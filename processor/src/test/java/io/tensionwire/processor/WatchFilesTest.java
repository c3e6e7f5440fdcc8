package io.tensionwire.processor;

import static io.tensionwire.processor.SampleArticles.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.service.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchFilesTest {

  private static final Path SHIPPED = Path.of("../config/watches");

  @TempDir Path folder;

  @Test
  void theShippedWatchesAreGood() {
    assertThat(WatchFiles.load(SHIPPED, NOON).all()).extracting(file -> file.watch().id()).contains("korea-russia");
  }

  @Test
  void eachBadFileIsNamedWithItsLineAndReason() throws IOException {
    Files.copy(SHIPPED.resolve("korea-russia.yaml"), folder.resolve("korea-russia.yaml"));
    Files.writeString(folder.resolve("broken.yaml"), "id: broken\nphrases: [\n");
    Files.writeString(folder.resolve("nameless.yml"), "# a watch without an id\n{}\n");

    assertThatThrownBy(() -> WatchFiles.load(folder, NOON))
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

    assertThatThrownBy(() -> WatchFiles.load(folder, NOON))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("b.yaml: another file of this folder has the id korea-russia too");
  }

  @Test
  void aFolderWithoutWatchesIsRefused() {
    assertThatThrownBy(() -> WatchFiles.load(folder, NOON))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("processor.watches")
        .hasMessageContaining("holds no watch");
  }

  @Test
  void aFolderThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> WatchFiles.load(folder.resolve("nowhere"), NOON))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("is not a folder");
  }
}
