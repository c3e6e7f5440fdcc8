package io.tensionwire.model;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.List;

/**
 * Alerts that match all matchers are not told while a silence lasts; a tombstone ends it.
 *
 * @param matchers at least one, such as {@code category = red-line}
 */
public record Silence(
    String id, List<String> matchers, Instant startsAt, Instant endsAt, String createdBy, String comment) {

  public Silence {
    requireNonNull(id, "id of a silence is missing");
    matchers = List.copyOf(requireNonNull(matchers, () -> "matchers of silence " + id + " are missing"));
    if (matchers.isEmpty()) {
      throw new IllegalArgumentException("silence " + id + " has no matchers: it would silence everything");
    }
    startsAt = Moment.bounded(requireNonNull(startsAt, () -> "startsAt of silence " + id + " is missing"));
    endsAt = Moment.bounded(requireNonNull(endsAt, () -> "endsAt of silence " + id + " is missing"));
    if (endsAt.isBefore(startsAt)) {
      throw new IllegalArgumentException("silence " + id + " ends at " + endsAt + ", before it starts at " + startsAt);
    }
    createdBy = requireNonNullElse(createdBy, "");
    comment = requireNonNullElse(comment, "");
  }
}
