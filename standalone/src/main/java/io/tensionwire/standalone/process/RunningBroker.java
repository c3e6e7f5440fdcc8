package io.tensionwire.standalone.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the broker of a {@code run} listens: it takes a free port, and writes it into its folder for other commands. */
public final class RunningBroker {

  private static final String FILE = "bootstrap.servers";

  private RunningBroker() {}

  /** @param data the folder of the broker's files */
  static AutoCloseable announce(Path data, String address) {
    Path file = data.resolve(FILE);
    try {
      Files.writeString(file, address + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return () -> Files.deleteIfExists(file);
  }

  /** The address of the broker whose files are in this folder; {@code null} where none is running. */
  public static @Nullable String address(Path data) {
    try {
      return Files.readString(data.resolve(FILE)).strip();
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw new RunFailure(data.resolve(FILE) + " cannot be read: " + e.getMessage());
    }
  }
}
