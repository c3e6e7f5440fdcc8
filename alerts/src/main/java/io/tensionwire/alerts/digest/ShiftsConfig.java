package io.tensionwire.alerts.digest;

import io.tensionwire.alerts.route.Names;
import io.tensionwire.alerts.time.TimesOfDay;
import io.tensionwire.model.yaml.Section;
import java.util.Set;

/**
 * When a shift hands over to the next.
 *
 * @param tell the receiver of the hand-over
 */
public record ShiftsConfig(TimesOfDay at, String tell) {

  /** Reads {@code { at: [07:00, 15:00, 23:00], tell: newsroom }}. */
  public static ShiftsConfig from(Section section, Set<String> receivers) {
    if (section.text("tell") == null) {
      throw section.error("tell is missing: it names the receiver of the hand-over");
    }
    return new ShiftsConfig(TimesOfDay.from(section, "at"), Names.known(section, "tell", "receiver", receivers));
  }
}
