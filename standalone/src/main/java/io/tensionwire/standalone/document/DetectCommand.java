package io.tensionwire.standalone.document;

import io.tensionwire.detection.Detector;
import io.tensionwire.model.Article;
import io.tensionwire.model.yaml.YamlException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Documents in, detections out, without Kafka. */
@Command(
    name = "detect",
    description = {
      "Judges documents by a watch, without Kafka: text files, or standard input.",
      "With --jsonl the input is one JSON document a line, {\"id\",\"title\",\"text\",\"url\"?,\"language\"?,"
          + "\"publishedAt\"?}, and the output one line for each."
    })
public final class DetectCommand implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  CommandSpec spec;

  @Option(names = "--jsonl", description = "JSON lines in and out.")
  boolean jsonl;

  @Option(names = "--explain", description = "Say how each score came about.")
  boolean explain;

  @Option(
      names = "--watch", paramLabel = "FILE", defaultValue = "${sys:tensionwire.home:-.}/config/watches/korea-russia.yaml",
      description = "The watch to judge by; korea-russia of this installation if absent.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  Path watch;

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "Documents; none: standard input.")
  List<Path> files = List.of();

  private final InputStream input;
  private final Clock clock;

  DetectCommand() {
    this(System.in, Clock.systemUTC());
  }

  DetectCommand(InputStream input, Clock clock) {
    this.input = input;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    PrintWriter errors = spec.commandLine().getErr();
    Detector detector;
    try {
      detector = Detector.parse(Files.readString(watch), watch.toString());
    } catch (YamlException e) {
      e.mistakes().forEach(mistake -> errors.println(mistake.getMessage()));
      return WRONG_USAGE;
    } catch (IOException e) {
      errors.println("--watch " + watch + " cannot be read");
      return WRONG_USAGE;
    }
    PrintWriter out = spec.commandLine().getOut();
    return jsonl ? lines(detector, out, errors) : texts(detector, out, errors);
  }

  private int lines(Detector detector, PrintWriter out, PrintWriter errors) {
    var judged = new JudgedLine(detector, explain, clock);
    if (files.isEmpty()) {
      each(new InputStreamReader(input, StandardCharsets.UTF_8), judged, out);
      return DONE;
    }
    int result = DONE;
    for (Path file : files) {
      try (var reader = Files.newBufferedReader(file)) {
        each(reader, judged, out);
      } catch (IOException | UncheckedIOException e) {
        errors.println(file + " cannot be read");
        result = FAILED;
      }
    }
    return result;
  }

  private static void each(Reader reader, JudgedLine judged, PrintWriter out) {
    new BufferedReader(reader).lines().filter(line -> !line.isBlank()).forEach(line -> {
      out.println(judged.of(line));
      out.flush();
    });
  }

  private int texts(Detector detector, PrintWriter out, PrintWriter errors) {
    var readable = new ReadableJudgement(detector, explain);
    if (files.isEmpty()) {
      String text = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)).lines()
          .collect(Collectors.joining("\n"));
      if (text.isBlank()) {
        errors.println("standard input holds no text");
        return WRONG_USAGE;
      }
      readable.print("standard input", TextDocument.article("standard-input", text, clock.instant()), out);
      return DONE;
    }
    int result = DONE;
    for (Path file : files) {
      try {
        Article article = TextDocument.article(file.toString(), Files.readString(file), clock.instant());
        readable.print(file.toString(), article, out);
      } catch (IOException e) {
        errors.println(file + " cannot be read as UTF-8 text");
        result = FAILED;
      } catch (IllegalArgumentException e) {
        errors.println(file + ": " + e.getMessage());
        result = FAILED;
      }
    }
    return result;
  }
}
