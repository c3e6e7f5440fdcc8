package io.tensionwire.standalone.routes;

import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Category;
import io.tensionwire.model.Confidence;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Json;
import io.tensionwire.model.Language;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Signal;
import io.tensionwire.model.Stance;
import io.tensionwire.model.TextField;
import io.tensionwire.model.WireName;
import io.tensionwire.model.yaml.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The alert that a command is about: what routes can ask of one, or a whole one out of a file. */
final class AlertOption {

  @Option(names = "--alert", paramLabel = "FILE", description = "An alert as JSON, as it stands on its topic.")
  private @Nullable Path file;

  @Option(names = "--severity", description = "notice, elevated, high or critical; high if absent.")
  private String severity = "high";

  @Option(names = "--confidence", description = "alleged, single, official or corroborated; single if absent.")
  private String confidence = "single";

  @Option(names = "--kind", description = "opened, updated, escalated …; opened if absent.")
  private String kind = "opened";

  @Option(names = "--category", description = "Of a signal, such as red-line; may be given several times.")
  private List<String> categories = List.of();

  @Option(names = "--signal", paramLabel = "RULE", description = "The rule of a signal; may be given several times.")
  private List<String> signals = List.of();

  @Option(names = "--polarity", description = "escalation, deescalation or mixed; escalation if absent.")
  private String polarity = "escalation";

  @Option(names = "--direction", paramLabel = "FROM>TO", description = "Such as russia>south-korea; may be given twice.")
  private List<String> directions = List.of();

  @Option(names = "--language", description = "en, ko or ru; en if absent.")
  private String language = "en";

  @Option(names = "--genre", description = "report, official, analysis …; report if absent.")
  private String genre = "report";

  @Option(names = "--outlet", description = "Who publishes it.")
  private String outlet = "";

  @Option(names = "--watch", description = "korea-russia if absent.")
  private String watch = "korea-russia";

  @Option(names = "--story", paramLabel = "ID", description = "The story that it is about.")
  private @Nullable String story;

  /** The alert, raised then where it is not out of a file. */
  Alert alert(CommandSpec spec, Instant at) {
    Path given = file;
    if (given != null) {
      return read(given, spec);
    }
    List<Signal> all = new ArrayList<>();
    for (String category : categories) {
      all.add(signal("any", constant(spec, "--category", category, Category.class)));
    }
    for (String rule : signals) {
      all.add(signal(rule, null));
    }
    return new Alert(
        "test", constant(spec, "--kind", kind, AlertKind.class), "story/" + (story == null ? "test" : story),
        story == null ? "test" : story, watch, "", constant(spec, "--severity", severity, Severity.class),
        constant(spec, "--confidence", confidence, Confidence.class),
        constant(spec, "--polarity", polarity, Polarity.class), "a test", null, outlet,
        language(spec), constant(spec, "--genre", genre, Genre.class), directions, all, 1, 1, List.of(), null, null,
        null, at, at);
  }

  private static Alert read(Path file, CommandSpec spec) {
    try {
      return Json.read(Files.readString(file), Alert.class);
    } catch (IOException e) {
      throw new ParameterException(spec.commandLine(), "--alert " + file + " cannot be read as UTF-8 text");
    } catch (RuntimeException e) {
      throw new ParameterException(
          spec.commandLine(), "--alert " + file + " is not an alert: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse("it is empty"));
    }
  }

  private Language language(CommandSpec spec) {
    List<String> tags = Stream.of(Language.values()).map(Language::tag).toList();
    int found = tags.indexOf(language.toLowerCase(Locale.ROOT));
    if (found < 0) {
      throw wrong(spec, "--language", language, tags);
    }
    return Language.values()[found];
  }

  private static <E extends Enum<E>> E constant(CommandSpec spec, String option, String text, Class<E> type) {
    String name = text.toLowerCase(Locale.ROOT).replace('_', '-');
    for (E each : type.getEnumConstants()) {
      if (WireName.of(each).equals(name)) {
        return each;
      }
    }
    throw wrong(spec, option, text, Stream.of(type.getEnumConstants()).map(WireName::of).toList());
  }

  private static ParameterException wrong(CommandSpec spec, String option, String text, List<String> names) {
    String nearest = Nearest.to(text, names);
    return new ParameterException(
        spec.commandLine(), option + ": " + text + (nearest == null
            ? " is none of " + String.join(", ", names) : " is not known; did you mean " + nearest + "?"));
  }

  private static Signal signal(String rule, @Nullable Category category) {
    return new Signal(
        rule, category, category == null ? Polarity.ESCALATION : category.polarity(), Stance.ASSERTED, true, "", "", 0,
        TextField.TITLE, 0, 0, null, null, null, null, 0, "", Language.OTHER);
  }
}
