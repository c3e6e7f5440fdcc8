package io.tensionwire.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with a file beside the tests; {@code -Dgolden.write=true} writes it anew, to be read before it is committed. */
public final class Golden {

  private Golden() {}

  public static void assertIs(String name, String actual) {
    try {
      if (Boolean.getBoolean("golden.write")) {
        Path file = Path.of("src/test/resources/golden", name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      }
      try (InputStream file = Golden.class.getResourceAsStream("/golden/" + name)) {
        String expected = Boolean.getBoolean("golden.write")
            ? actual
            : file == null ? "(there is no golden file " + name + ")" : new String(file.readAllBytes(), UTF_8);
        assertThat(actual).isEqualTo(expected);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
