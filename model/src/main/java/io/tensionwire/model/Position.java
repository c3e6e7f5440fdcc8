package io.tensionwire.model;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stance held by a party, with since when and on whose word. */
public record Position(
    String watchId,
    String party,
    String position,
    String value,
    Instant since,
    @Nullable String quote,
    @Nullable URI source) {

  public Position {
    requireNonNull(watchId, "watchId of a position is missing");
    requireNonNull(party, () -> "party of a position is missing: " + watchId);
    requireNonNull(position, () -> "position is missing: " + watchId + "/" + party);
    requireNonNull(value, () -> "value is missing: " + watchId + "/" + party + "/" + position);
    requireNonNull(since, () -> "since is missing: " + watchId + "/" + party + "/" + position);
  }
}
