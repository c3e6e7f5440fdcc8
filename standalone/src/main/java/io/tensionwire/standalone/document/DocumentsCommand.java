package io.tensionwire.standalone.document;

import static java.util.Objects.requireNonNull;

import io.tensionwire.ingest.fetch.FetchOutcome.Fetched;
import io.tensionwire.standalone.cli.JsonLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Shows what documents hold, as files or at addresses. One that cannot be read costs its own line, not the others.
 *
 * @param <T> what a document is read as
 */
abstract class DocumentsCommand<T> implements Callable<Integer> {

  private static final int AT_ONCE = Runtime.getRuntime().availableProcessors();
  /** So many may be read before the first of them is said: what was read is kept that long. */
  private static final int AHEAD = 4 * AT_ONCE;

  @Parameters(arity = "1..*", paramLabel = "FILE|URL", description = "documents to read")
  private List<String> sources = List.of();

  @Option(names = "--jsonl", description = "one line of JSON for each")
  private boolean jsonl;

  @Option(names = "--zone", defaultValue = "UTC", description = "zone of dates that have none, such as Asia/Seoul")
  private ZoneId zone = ZoneOffset.UTC;

  @Mixin private final DocumentSources documents = new DocumentSources();

  @Spec private @Nullable CommandSpec spec;

  /** What was read, what went wrong, or both. */
  record Result<T>(@Nullable T value, @Nullable String error) {}

  /** A document that is being read; said in the order in which they were named. */
  private record Reading<T>(String source, Future<Result<T>> future) {
    Result<T> result() throws InterruptedException {
      try {
        return future.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("reading " + source, e.getCause());
      }
    }
  }

  /** @throws IOException with a message for the user */
  abstract Result<T> read(Fetched document, ZoneId zone) throws IOException;

  /** Writes the fields of a line of JSON; absent ones are left out. */
  abstract void describe(@Nullable T value, Map<String, @Nullable Object> line);

  /** Writes for people. */
  abstract void show(T value, String source, PrintWriter out);

  @Override
  public final Integer call() throws InterruptedException {
    PrintWriter out = requireNonNull(spec).commandLine().getOut();
    boolean failed = false;
    Deque<Reading<T>> ahead = new ArrayDeque<>();
    try (var opened = documents.open(); var readers = Executors.newFixedThreadPool(AT_ONCE)) {
      for (String source : sources) {
        ahead.add(new Reading<>(source, readers.submit(() -> read(opened, source))));
        if (ahead.size() > AHEAD) {
          failed |= !say(ahead.remove(), out);
        }
      }
      for (Reading<T> reading : ahead) {
        failed |= !say(reading, out);
      }
    }
    return failed && !jsonl ? 1 : 0;
  }

  /** @return whether nothing went wrong */
  private boolean say(Reading<T> reading, PrintWriter out) throws InterruptedException {
    Result<T> result = reading.result();
    if (jsonl) {
      out.println(JsonLine.of(line(reading.source(), result)));
    } else if (result.value() == null || result.error() != null) {
      out.println(reading.source() + ": " + result.error());
    } else {
      show(result.value(), reading.source(), out);
    }
    out.flush();
    return result.error() == null;
  }

  private Result<T> read(DocumentSources.Opened opened, String source) throws InterruptedException {
    try {
      return read(opened.read(source), zone);
    } catch (IOException e) {
      return new Result<>(null, e.getMessage());
    } catch (RuntimeException e) {
      return new Result<>(null, "cannot be read: " + e);
    }
  }

  private Map<String, @Nullable Object> line(String source, Result<T> result) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("source", source);
    describe(result.value(), line);
    line.put("error", result.error());
    line.values().removeIf(Objects::isNull);
    return line;
  }
}
