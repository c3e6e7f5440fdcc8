package io.tensionwire.alerts;

import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.fixtures.slack.FakeSlack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives the constructor of a test class a {@link Walk}, a new one for each test. The walks of all classes share one
 * broker, which starts with the first and stops after the last; the prefix of their topics keeps them apart. A walk is
 * closed after its test, which then fails if the role told of a bug.
 */
final class WalkOnSharedBroker implements ParameterResolver {

  private static final Namespace SHARED = Namespace.create(WalkOnSharedBroker.class);

  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Walk.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    Broker broker = test.getRoot().getStore(SHARED).getOrComputeIfAbsent(Broker.class, key -> new Broker(), Broker.class);
    return test.getStore(SHARED).getOrComputeIfAbsent(
        Walk.class, key -> new Walk(broker.running.bootstrapServers(), FakeSlack.start()), Walk.class);
  }

  /** The broker and its folder. */
  private static final class Broker implements AutoCloseable {
    final Path data;
    final EmbeddedBroker running;

    Broker() {
      try {
        data = Files.createTempDirectory("tensionwire-alerts");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      running = EmbeddedBroker.start(data);
    }

    @Override
    public void close() throws IOException {
      running.close();
      try (Stream<Path> files = Files.walk(data)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
