package io.tensionwire.standalone.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Java processes of the built application, each with a log of its own. */
final class Processes implements AutoCloseable {

  private static final Path APP = Path.of("target", "app").toAbsolutePath();
  private static final Path TESTS = Path.of("target", "test-classes").toAbsolutePath();

  private final Path folder;
  private final List<Process> started = new ArrayList<>();

  Processes(Path folder) {
    this.folder = folder;
    assertThat(APP).as("the built application: run mvn -DskipTests package first").isDirectory();
  }

  /** @param name of its log */
  Process start(String name, String heap, String mainClass, String... arguments) throws IOException {
    return start(name, heap, List.of(), mainClass, arguments);
  }

  /** @param properties of the Java process, each {@code -Dname=value} */
  Process start(String name, String heap, List<String> properties, String mainClass, String... arguments)
      throws IOException {
    String classPath = String.join(File.pathSeparator, APP + "/lib/*", APP + "/broker/*", TESTS.toString());
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-Xmx" + heap,
        "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp", classPath));
    command.addAll(properties);
    command.add(mainClass);
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log(name).toFile()));
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    Process process = builder.start();
    started.add(process);
    return process;
  }

  /** A broker that answers; the same folder and port again give the same one. */
  Process startBroker(String name, int port) throws IOException {
    long ready = readyLines(name);
    Process broker =
        start(name, "384m", BrokerMain.class.getName(), folder.resolve("data").toString(), Integer.toString(port));
    await().atMost(Duration.ofMinutes(2)).until(() -> readyLines(name) > ready || !broker.isAlive());
    assertThat(broker.isAlive()).as("the broker, see its log: %s", log(name)).isTrue();
    return broker;
  }

  private long readyLines(String name) throws IOException {
    if (!Files.exists(log(name))) {
      return 0;
    }
    try (var lines = Files.lines(log(name))) {
      return lines.filter(line -> line.startsWith(BrokerMain.READY)).count();
    }
  }

  Path log(String name) {
    return folder.resolve(name + ".log");
  }

  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    started.forEach(Process::destroyForcibly);
  }
}
