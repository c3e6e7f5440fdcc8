package io.tensionwire.alerts.route;

import io.tensionwire.alerts.time.TimesOfDay;
import io.tensionwire.model.yaml.Section;
import io.tensionwire.model.yaml.YamlException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a route says about those it tells. What it leaves open it takes from the route above it.
 *
 * @param receiver {@code null} where neither it nor any above it names one
 */
record Terms(
    @Nullable String receiver, @Nullable String mention, List<String> mutes, @Nullable TimesOfDay digest,
    @Nullable Unacknowledged unacknowledged) {

  static final Terms NONE = new Terms(null, null, List.of(), null, null);

  /** Takes back what is inherited. */
  private static final String AT_ONCE = "none";

  static Terms of(String receiver) {
    return new Terms(receiver, null, List.of(), null, null);
  }

  /**
   * Reads them.
   *
   * @throws YamlException if a name is not known
   */
  static Terms from(Section section, Terms above, Set<String> receivers, Set<String> muteTimes) {
    String named = section.text("receiver") == null ? null : Names.known(section, "receiver", "receiver", receivers);
    String mention = section.text("mention");
    // One receiver's word for a person means nothing to another.
    boolean same = named == null || named.equals(above.receiver());
    return new Terms(
        named == null ? above.receiver() : named,
        mention == null && same ? above.mention() : mention,
        section.has("mute") ? mutes(section, muteTimes) : above.mutes(),
        section.has("digest") ? digest(section) : above.digest(),
        section.has("unacknowledged")
            ? Unacknowledged.from(section.section("unacknowledged"), receivers) : above.unacknowledged());
  }

  private static List<String> mutes(Section section, Set<String> muteTimes) {
    List<String> names = section.texts("mute");
    for (String name : names) {
      if (!muteTimes.contains(name)) {
        throw section.error("mute", (names.size() == 1 ? "" : "has " + name + ", which ")
            + Names.refusal(name, "mute time", muteTimes));
      }
    }
    return names;
  }

  private static @Nullable TimesOfDay digest(Section section) {
    return section.texts("digest").equals(List.of(AT_ONCE)) ? null : TimesOfDay.from(section, "digest");
  }

  @Nullable Destination destination() {
    return receiver == null ? null : new Destination(receiver, mention, mutes, digest, unacknowledged);
  }
}
