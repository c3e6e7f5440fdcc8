package io.tensionwire.model;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;

/**
 * A pair of parties with the signals that matter, as an editor wrote it.
 *
 * @param version hash of the source, whatever is given here
 * @param source the YAML verbatim
 */
public record Watch(String id, String version, String source, Instant pushedAt, String pushedBy) {

  public Watch {
    requireNonNull(id, "id of a watch is missing");
    requireNonNull(source, () -> "source of watch " + id + " is missing");
    version = version(source);
    requireNonNull(pushedAt, () -> "pushedAt of watch " + id + " is missing");
    pushedBy = requireNonNullElse(pushedBy, "");
  }

  public static String version(String source) {
    return Id.of(source);
  }
}
