package io.tensionwire.alerts.route;

import io.tensionwire.model.yaml.Section;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is told again when nobody acknowledges a critical alert.
 *
 * @param after so long after it was told
 * @param tell the receiver that is told, once
 * @param mention whom that wakes, in its own words; {@code null}: nobody
 */
public record Unacknowledged(Duration after, String tell, @Nullable String mention) {

  private static final Duration USUAL = Duration.ofMinutes(10);

  static Unacknowledged from(Section section, Set<String> receivers) {
    Duration after = section.duration("after", USUAL);
    if (!after.isPositive()) {
      throw section.error("after", "must be longer than nothing; 10m is usual");
    }
    if (section.text("tell") == null) {
      throw section.error("tell is missing: it names the receiver that is told again");
    }
    return new Unacknowledged(
        after, Names.known(section, "tell", "receiver", receivers), section.text("mention"));
  }
}
