package io.tensionwire.model;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pair of parties with the signals that matter, as an editor wrote it.
 *
 * @param version hash of the source, whatever is given here
 * @param source the YAML verbatim
 * @param replaced versions that were in force before this one, the newest first; at most {@value #MOST_REPLACED}
 */
public record Watch(
    String id, String version, String source, Instant pushedAt, String pushedBy, List<String> replaced) {

  /** Enough to know an old file when it is pushed again. */
  public static final int MOST_REPLACED = 50;

  public Watch {
    requireNonNull(id, "id of a watch is missing");
    requireNonNull(source, () -> "source of watch " + id + " is missing");
    version = version(source);
    requireNonNull(pushedAt, () -> "pushedAt of watch " + id + " is missing");
    pushedBy = requireNonNullElse(pushedBy, "");
    replaced = requireNonNullElse(replaced, List.<String>of()).stream().distinct().limit(MOST_REPLACED).toList();
  }

  /** A watch that replaces none. */
  public Watch(String id, String version, String source, Instant pushedAt, String pushedBy) {
    this(id, version, source, pushedAt, pushedBy, List.of());
  }

  /** The same in the place of another one. */
  public Watch inPlaceOf(Watch before) {
    Stream<String> versions = Stream.concat(Stream.of(before.version), before.replaced.stream());
    return new Watch(
        id, version, source, pushedAt, pushedBy, versions.filter(each -> !each.equals(version)).toList());
  }

  public static String version(String source) {
    return Id.of(source);
  }
}
