package io.tensionwire.standalone.letters;

import io.tensionwire.standalone.cli.ClusterOption;
import io.tensionwire.standalone.cli.DurationConverter;
import io.tensionwire.standalone.cli.JsonLine;
import io.tensionwire.standalone.cli.Table;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dead-letters list}: what could not be processed, and why. */
@Command(name = "list", description = "Show what could not be processed, the oldest first.")
final class LettersListCommand implements Callable<Integer> {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);
  private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("z", Locale.ENGLISH);
  private static final int MOST_REASON = 100;

  private final Clock clock;
  private final ZoneId zone;

  @Option(
      names = "--since", paramLabel = "TIME", converter = DurationConverter.class,
      description = "Those of the last 30m, 24h or 7d.")
  private @Nullable Duration since;

  @Option(names = "--step", paramLabel = "STEP", description = "Those that failed at a step, such as read-articles.")
  private @Nullable String step;

  @Option(names = "--jsonl", description = "One line of JSON for each letter.")
  private boolean jsonl;

  @Mixin private ClusterOption cluster = new ClusterOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  LettersListCommand() {
    this(Clock.systemUTC(), ZoneId.systemDefault());
  }

  LettersListCommand(Clock clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public Integer call() {
    List<Letter> letters;
    try (var box = LetterBox.open(cluster)) {
      letters = box.letters().stream()
          .filter(letter -> since == null || !letter.time().isBefore(clock.instant().minus(since)))
          .filter(letter -> step == null || letter.step().equals(step))
          .toList();
    }
    PrintWriter out = spec.commandLine().getOut();
    if (jsonl) {
      letters.forEach(letter -> out.println(JsonLine.of(letter.fields())));
    } else {
      show(letters, out);
    }
    return ExitCode.OK;
  }

  private void show(List<Letter> letters, PrintWriter out) {
    var table = new Table(
        "OFFSET", "TIME (" + ZONE.format(clock.instant().atZone(zone)) + ")", "STEP", "RECORD", "KEY", "BYTES", "REASON");
    for (Letter letter : letters) {
      table.add(
          Long.toString(letter.offset()), TIME.format(letter.time().atZone(zone)), letter.step(), letter.place(),
          oneLine(letter.key()), letter.size() + (letter.isCut() ? ", cut" : ""),
          reason(letter) + (letter.replayedFrom() == null ? "" : " (again: " + letter.replayedFrom() + ")"));
    }
    if (!letters.isEmpty()) {
      table.print(out);
    }
    out.println(letters.isEmpty() ? "no dead letters"
        : letters.size() == 1 ? "1 dead letter" : letters.size() + " dead letters");
  }

  private static String reason(Letter letter) {
    String reason = oneLine(letter.reason());
    return reason.length() <= MOST_REASON ? reason : reason.substring(0, MOST_REASON) + "…";
  }

  /** Keys and reasons hold words of strangers: no control characters on a terminal. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }
}
