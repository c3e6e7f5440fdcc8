package io.tensionwire.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaProperties;
import org.apache.kafka.metadata.properties.PropertiesUtils;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One KRaft node, broker and controller, listening on loopback. What it holds lies in its folder and is there again
 * after a restart, an orderly one or not.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private static final int NODE = 1;
  private static final String CONTROLLER = "CONTROLLER";

  /** Somebody else may take a free port between its choice and its use. */
  private static final int ATTEMPTS = 3;

  private static final int LEAST_PORT = 15_000;
  /** On Linux; elsewhere it is higher. */
  private static final int LEAST_EPHEMERAL_PORT = 32_768;
  private static final int PORT_ATTEMPTS = 100;

  private final KafkaRaftServer server;
  private final FileChannel lockFile;
  private final int port;
  private boolean closed;

  private EmbeddedBroker(KafkaRaftServer server, FileChannel lockFile, int port) {
    this.server = server;
    this.lockFile = lockFile;
    this.port = port;
  }

  /** Starts on any free port. */
  public static EmbeddedBroker start(Path data) {
    return start(data, 0);
  }

  /**
   * Starts a broker that keeps its files in {@code data}; returns when it answers.
   *
   * @param port to listen on; 0: any free one
   * @throws IllegalStateException if another process uses the folder, or the broker cannot start; the message says why
   */
  public static EmbeddedBroker start(Path data, int port) {
    FileChannel lockFile;
    try {
      Files.createDirectories(data);
      lockFile = lock(data);
    } catch (IOException e) {
      throw new IllegalStateException("the folder " + data + " cannot be used: " + e, e);
    }
    try {
      return start(data, port, lockFile);
    } catch (Exception e) {
      close(lockFile, e);
      throw new IllegalStateException("the embedded broker cannot start in " + data + ": " + reason(e), e);
    }
  }

  private static EmbeddedBroker start(Path data, int port, FileChannel lockFile) throws Exception {
    for (int attempt = 1; ; attempt++) {
      int brokerPort = port == 0 ? freePort() : port;
      int controllerPort = freePort();
      format(data);
      var server = new KafkaRaftServer(new KafkaConfig(settings(data, brokerPort, controllerPort)), Time.SYSTEM);
      try {
        server.startup();
        return new EmbeddedBroker(server, lockFile, brokerPort);
      } catch (Exception e) {
        // What has started by then, threads among it, would keep the process alive.
        server.shutdown();
        server.awaitShutdown();
        if (port != 0 || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  public int port() {
    return port;
  }

  /** Where its clients connect. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    server.shutdown();
    server.awaitShutdown();
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileChannel lock(Path data) throws IOException {
    FileChannel channel =
        FileChannel.open(data.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by this very process: said below.
    }
    if (lock == null) {
      channel.close();
      throw new IllegalStateException(
          "the folder " + data + " is in use by another Tensionwire; stop it, or set embedded.data to another folder");
    }
    return channel;
  }

  private static Map<String, Object> settings(Path data, int brokerPort, int controllerPort) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(NODE));
    settings.put("log.dirs", logs(data).toString());
    settings.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + brokerPort + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
    settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + brokerPort);
    settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    settings.put("controller.listener.names", CONTROLLER);
    settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
    settings.put("auto.create.topics.enable", "false");
    // After a kill the controller waits for the former self's session to end: 9 s unless told otherwise.
    settings.put("broker.session.timeout.ms", "3000");
    settings.put("broker.heartbeat.interval.ms", "500");
    for (String internal : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
      settings.put(internal + ".replication.factor", "1");
    }
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("default.replication.factor", "1");
    settings.put("min.insync.replicas", "1");
    settings.put("offsets.topic.num.partitions", "1");
    settings.put("transaction.state.log.num.partitions", "1");
    settings.put("share.coordinator.state.topic.num.partitions", "1");
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("group.streams.initial.rebalance.delay.ms", "0");
    settings.put("log.cleaner.dedupe.buffer.size", "2097152");
    settings.put("num.recovery.threads.per.data.dir", "2");
    settings.put("message.max.bytes", Integer.toString(2 * 1024 * 1024));
    settings.put("log.index.size.max.bytes", Integer.toString(1024 * 1024));
    return settings;
  }

  /** Gives an empty folder its cluster id; leaves a used one as it is. */
  private static void format(Path data) throws Exception {
    Path properties = logs(data).resolve("meta.properties");
    String clusterId = Files.exists(properties)
        ? new MetaProperties.Builder(PropertiesUtils.readPropertiesFile(properties.toString())).build().clusterId()
            .orElseThrow()
        : Uuid.randomUuid().toString();
    Files.createDirectories(logs(data));
    new Formatter()
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setNodeId(NODE)
        .setClusterId(clusterId)
        .setControllerListenerName(CONTROLLER)
        .setMetadataLogDirectory(logs(data).toString())
        .addDirectory(logs(data).toString())
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setIgnoreFormatted(true)
        .run();
  }

  private static Path logs(Path data) {
    return data.resolve("kafka").toAbsolutePath();
  }

  /**
   * One below those that the system gives to connections: so nobody takes it by accident before it is used, nor while a
   * broker is away that is to come back on it.
   */
  private static int freePort() throws IOException {
    for (int attempt = 1; ; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(LEAST_PORT, LEAST_EPHEMERAL_PORT);
      try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (BindException e) {
        if (attempt == PORT_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** One line out of the causes: Kafka keeps the one that helps, such as a port that is taken, deep within. */
  private static String reason(Exception e) {
    return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
        .map(cause -> String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.toString()))
        .distinct()
        .collect(Collectors.joining(": "));
  }

  private static void close(FileChannel lockFile, Exception cause) {
    try {
      lockFile.close();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }
}
