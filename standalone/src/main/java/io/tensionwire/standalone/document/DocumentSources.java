package io.tensionwire.standalone.document;

import io.tensionwire.ingest.fetch.FetchOutcome;
import io.tensionwire.ingest.fetch.FetchRequest;
import io.tensionwire.ingest.fetch.FetchSettings;
import io.tensionwire.ingest.fetch.Fetcher;
import io.tensionwire.ingest.time.Timekeeper;
import io.tensionwire.service.address.PrivateAddresses;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Documents that are named on the command line: files, or addresses that are fetched as ingest fetches them. */
final class DocumentSources {

  private static final long MOST_BYTES = 10L * 1024 * 1024;

  @Option(
      names = "--allow-private-addresses",
      description = "also fetch from loopback and private networks")
  private boolean allowPrivateAddresses;

  Opened open() {
    return new Opened(allowPrivateAddresses);
  }

  static final class Opened implements AutoCloseable {
    private final Fetcher fetcher;

    private Opened(boolean allowPrivateAddresses) {
      // Hosts of one's own need no manners; others are asked at the pace that ingest keeps.
      FetchSettings settings = allowPrivateAddresses
          ? FetchSettings.USUAL.withPrivateAddresses(PrivateAddresses.ALL).withHostPause(Duration.ZERO)
          : FetchSettings.USUAL;
      fetcher = new Fetcher(settings, Timekeeper.of(Clock.systemUTC()));
    }

    /** @throws IOException if there is nothing to read; the message is for the user */
    FetchOutcome.Fetched read(String source) throws IOException, InterruptedException {
      try {
        return source.matches("(?i)https?://.*") ? fetch(URI.create(source)) : file(Path.of(source));
      } catch (IllegalArgumentException e) {
        throw new IOException(e instanceof InvalidPathException ? "not a file name" : "not an address", e);
      }
    }

    private FetchOutcome.Fetched fetch(URI uri) throws IOException, InterruptedException {
      return switch (fetcher.fetch(FetchRequest.of(uri, MOST_BYTES, Duration.ofSeconds(30)))) {
        case FetchOutcome.Fetched fetched -> fetched;
        case FetchOutcome.NotModified ignored -> throw new IOException("not modified, though nothing was known of it");
        case FetchOutcome.Failed failed -> throw new IOException(failed.detail());
      };
    }

    private static FetchOutcome.Fetched file(Path path) throws IOException {
      try {
        return FetchOutcome.Fetched.of(path.toUri(), Files.readAllBytes(path));
      } catch (NoSuchFileException e) {
        throw new IOException("no such file", e);
      }
    }

    @Override
    public void close() {
      fetcher.close();
    }
  }
}
