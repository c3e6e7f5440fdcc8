package io.tensionwire.model.outlet;

import io.tensionwire.model.yaml.Section;
import io.tensionwire.model.yaml.YamlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * What is known of an outlet.
 *
 * @param name as feeds are configured with
 * @param kind such as {@code official} or {@code independent}
 * @param family outlets that carry each other's texts are of one
 * @param country ISO 3166, two letters
 * @param ours whether it is the newsroom's own
 */
public record Outlet(String name, String kind, String family, String country, boolean ours) {

  private static final Set<String> KINDS =
      Set.of("official", "state", "independent", "partisan", "aggregator", "blog");

  /**
   * Reads a file of outlets.
   *
   * @throws IOException if it cannot be read
   * @throws YamlException if a line makes no sense; it says which
   */
  public static List<Outlet> read(Path file) throws IOException {
    Section outlets = Section.parse(Files.readString(file), file.toString());
    return outlets.sections("outlets").stream().map(Outlet::of).toList();
  }

  private static Outlet of(Section section) {
    String name = section.required("name");
    String kind = section.text("kind", "independent");
    if (!KINDS.contains(kind)) {
      throw section.error("kind", "is none of " + String.join(", ", KINDS.stream().sorted().toList()));
    }
    String country = section.required("country");
    if (!Set.of(Locale.getISOCountries()).contains(country)) {
      throw section.error("country", "is no country of ISO 3166, two capital letters");
    }
    return new Outlet(
        name, kind, Objects.requireNonNull(section.text("family", name)), country, section.flag("ours", false));
  }
}
