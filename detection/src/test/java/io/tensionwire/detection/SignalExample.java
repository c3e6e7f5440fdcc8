package io.tensionwire.detection;

import io.tensionwire.model.Category;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Signal;
import io.tensionwire.model.Stance;
import io.tensionwire.model.WireName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A short text and what must, or must not, be found in it: a line of {@code examples/<language>.txt}.
 *
 * @param rule the signal that must find it, where the line says so because others find it, too
 * @param absent whether the category must not be found
 * @param recap whether it is found as background that counts nothing
 * @param severity that of the whole text, where the line says one
 */
record SignalExample(
    String language, Category category, @Nullable String rule, boolean absent, boolean recap,
    @Nullable Severity severity, String title, String text) {

  static Stream<SignalExample> all() {
    return Stream.of("en", "ko", "ru").flatMap(SignalExample::of);
  }

  private static Stream<SignalExample> of(String language) {
    String file = "examples/" + language + ".txt";
    try (var in = Objects.requireNonNull(SignalExample.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> parse(language, line)).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  private static SignalExample parse(String language, String line) {
    String[] parts = line.split(" \\| ");
    String[] words = parts[0].split(" ");
    boolean absent = words[0].startsWith("!");
    String[] names = (absent ? words[0].substring(1) : words[0]).split("@");
    String name = names[0];
    Category category = Arrays.stream(Category.values()).filter(c -> WireName.of(c).equals(name)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " is no category: " + line));
    String more = words.length > 1 ? words[1] : "";
    boolean recap = more.equals("recap");
    Severity severity = more.isEmpty() || recap ? null
        : Arrays.stream(Severity.values()).filter(s -> WireName.of(s).equals(more)).findFirst().orElseThrow();
    String rule = names.length > 1 ? names[1] : null;
    return new SignalExample(language, category, rule, absent, recap, severity, parts[1], parts[2]);
  }

  Judgement judge(Detector detector) {
    return detector.judge(Articles.article(title, text));
  }

  /** Whether the detector finds what the line says. */
  boolean holds(Judgement judgement) {
    if (!(judgement instanceof Judgement.Named(Detection detection))) {
      return absent;
    }
    boolean found = detection.signals().stream()
        .anyMatch(signal -> meant(signal) && (rule == null || rule.equals(signal.id())));
    return found != absent && (severity == null || severity == detection.severity());
  }

  /** Whether an editor is told of the category as gravely as the line says; recap need not be told, only found. */
  boolean tells(Judgement judgement) {
    return judgement instanceof Judgement.Named(Detection detection)
        && (recap || (severity == null ? detection.severity() != null : detection.severity() == severity))
        && detection.signals().stream().anyMatch(this::meant);
  }

  private boolean meant(Signal signal) {
    boolean counts = signal.current() && signal.stance() != Stance.NEGATED;
    return signal.category() == category && (recap ? !signal.current() : counts);
  }

  @Override
  public String toString() {
    return language + ", " + (absent ? "not " : "") + WireName.of(category) + ": " + title;
  }
}
