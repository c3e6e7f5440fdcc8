package io.tensionwire.standalone.letters;

import io.tensionwire.standalone.cli.ClusterOption;
import io.tensionwire.standalone.letters.LetterBox.Refused;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dead-letters replay}: records that failed, sent again to where they came from. */
@Command(
    name = "replay",
    description = {
      "Send records that failed to the topic that they came from, once more; do so when the reason is mended.",
      "The letters stay. What is sent bears the header replayed-from; what fails again is a new letter."
    })
final class LettersReplayCommand implements Callable<Integer> {

  static final class Which {
    @Parameters(paramLabel = "OFFSET", arity = "1..*", description = "Letters, as dead-letters list numbers them.")
    private @Nullable Set<Long> offsets;

    @Option(names = "--step", paramLabel = "STEP", description = "Those that failed at a step.")
    private @Nullable String step;

    @Option(names = "--all", description = "All of them.")
    private boolean all;

    boolean is(Letter letter) {
      return all || (step != null && letter.step().equals(step)) || (offsets != null && offsets.contains(letter.offset()));
    }
  }

  @ArgGroup(exclusive = true, multiplicity = "1")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Which which;

  @Option(names = "--dry-run", description = "Say what would be sent, and send nothing.")
  private boolean dryRun;

  @Mixin private ClusterOption cluster = new ClusterOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    try (var box = LetterBox.open(cluster)) {
      List<Letter> letters = box.letters().stream().filter(which::is).toList();
      if (!areThere(letters)) {
        return ExitCode.USAGE;
      }
      return replay(box, letters);
    }
  }

  private int replay(LetterBox box, List<Letter> letters) throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    List<String> sent = new ArrayList<>();
    int refused = 0;
    for (Letter letter : letters) {
      try {
        ProducerRecord<byte[], byte[]> record = box.again(letter);
        records.add(record);
        sent.add("letter " + letter.offset() + " (" + letter.step() + ") " + (dryRun ? "would be" : "is") + " sent to "
            + letter.topic() + ", " + (record.value() == null ? 0 : record.value().length) + " bytes");
      } catch (Refused e) {
        refused++;
        spec.commandLine().getErr().println(
            "tensionwire: letter " + letter.offset() + " is not sent: " + e.getMessage());
      }
    }
    if (!dryRun) {
      box.send(records);
    }
    sent.forEach(out::println);
    out.println((dryRun ? "to be sent: " : "sent: ") + records.size() + ", not sent: " + refused);
    return refused == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  /** All or nothing: a wrong number is a slip, and its neighbours may be, too. */
  private boolean areThere(List<Letter> letters) {
    Set<Long> missing = new LinkedHashSet<>(which.offsets == null ? Set.of() : which.offsets);
    letters.forEach(letter -> missing.remove(letter.offset()));
    missing.forEach(offset -> spec.commandLine().getErr().println(
        "tensionwire: there is no dead letter " + offset + " (see: tensionwire dead-letters list)"));
    return missing.isEmpty();
  }
}
