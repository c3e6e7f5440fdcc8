package io.tensionwire.alerts.time;

import io.tensionwire.model.yaml.Section;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The mute times of a newsroom, by name.
 *
 * @param zone whose clocks they go by
 */
public record MuteTimes(Map<String, MuteTime> byName, ZoneId zone) {

  /** A mute that never ends is told about all the same. */
  private static final Duration LONGEST = Duration.ofDays(8);

  /**
   * Why and for how long a receiver is left alone.
   *
   * @param name of the mute time that ends last
   */
  public record Muted(String name, Instant until) {}

  public MuteTimes {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
  }

  /** Reads {@code mute-times}: a section for each name. */
  public static MuteTimes from(Section section, ZoneId zone) {
    Map<String, MuteTime> times = new LinkedHashMap<>();
    section.keys().forEach(name -> times.put(name, MuteTime.from(name, section.section(name))));
    return new MuteTimes(times, zone);
  }

  public Set<String> names() {
    return byName.keySet();
  }

  /**
   * Until when none of these mute times holds; where one ends while another goes on, that one counts.
   *
   * @param critical whether only those count that hold even critical alerts
   * @return {@code null} where none holds at this moment
   */
  public @Nullable Muted muted(Collection<String> names, boolean critical, Instant at) {
    Muted muted = null;
    Instant until = at;
    for (Muted next = longest(names, critical, until); next != null; next = longest(names, critical, until)) {
      muted = next;
      until = next.until();
      if (Duration.between(at, until).compareTo(LONGEST) > 0) {
        return new Muted(muted.name(), at.plus(LONGEST));
      }
    }
    return muted;
  }

  /** Whether these together leave no moment of the week. */
  public boolean always(Collection<String> names) {
    Muted muted = muted(names, false, Instant.EPOCH);
    return muted != null && muted.until().equals(Instant.EPOCH.plus(LONGEST));
  }

  private @Nullable Muted longest(Collection<String> names, boolean critical, Instant at) {
    Muted longest = null;
    for (String name : names) {
      MuteTime time = byName.get(name);
      Instant end = time == null || critical && !time.evenCritical() ? null : time.endOf(at, zone);
      if (end != null && (longest == null || end.isAfter(longest.until()))) {
        longest = new Muted(name, end);
      }
    }
    return longest;
  }
}
