package io.tensionwire.standalone.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tensionwire.standalone.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command in a process of its own, as a user or a container starts it. */
public final class OwnProcess implements AutoCloseable {

  private final Process process;
  private final Path out;
  private final Path err;

  private OwnProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** @param folder for what it prints */
  public static OwnProcess start(Path folder, String... arguments) throws IOException {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m",
        "-Dtensionwire.home=" + repository(), "-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
    return new OwnProcess(process, out, err);
  }

  /** The folder with {@code config}: above the module that is tested. */
  public static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("config").resolve("watches"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("no config/watches above " + Path.of("").toAbsolutePath());
      }
    }
    return folder;
  }

  public String out() {
    return read(out);
  }

  public String err() {
    return read(err);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Asks it to end, as Ctrl-C and a container's engine do. */
  public void terminate() {
    process.destroy();
  }

  /** Waits for its end, and not longer than this. */
  public boolean ended(Duration within) throws InterruptedException {
    return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
  }

  public int exitCode() {
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? new String(Files.readAllBytes(file), UTF_8) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
