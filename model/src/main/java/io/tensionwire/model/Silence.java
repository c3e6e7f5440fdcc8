package io.tensionwire.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * Alerts that match all matchers are not told while a silence lasts; a tombstone ends it.
 *
 * @param matchers such as {@code category = red-line}
 */
public record Silence(
    String id, List<String> matchers, Instant startsAt, Instant endsAt, String createdBy, String comment) {

  public Silence {
    requireNonNull(id, "id of a silence is missing");
    matchers = List.copyOf(matchers);
    requireNonNull(startsAt, "startsAt of a silence is missing");
    requireNonNull(endsAt, "endsAt of a silence is missing");
    createdBy = createdBy == null ? "" : createdBy;
    comment = comment == null ? "" : comment;
  }
}
