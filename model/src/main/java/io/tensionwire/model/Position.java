package io.tensionwire.model;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stance held by a party, with since when and on whose word.
 *
 * @param value one of those that the watch lists
 * @param count how many things it covers, such as the items of an export list, where the text says so
 * @param since the event of the article that brought the value, or the day that the watch gives
 * @param before the value that it had before; absent where it never changed
 * @param by on what it rests: {@code decision}, {@code official}, {@code correction} of a report that brought another
 *     value, or {@code watch} for the value that the watch starts from
 * @param quote the sentence that says so; absent where it is the watch's word
 * @param speaker whose words they are, as named in the text
 * @param source the article's address
 */
public record Position(
    String watchId,
    String party,
    String position,
    String value,
    @Nullable Integer count,
    Instant since,
    @Nullable String before,
    @Nullable String by,
    @Nullable String quote,
    @Nullable String speaker,
    @Nullable String outlet,
    @Nullable String articleId,
    @Nullable URI source) {

  public Position {
    requireNonNull(watchId, "watchId of a position is missing");
    requireNonNull(party, () -> "party of a position is missing: " + watchId);
    requireNonNull(position, () -> "position is missing: " + watchId + "/" + party);
    requireNonNull(value, () -> "value is missing: " + watchId + "/" + party + "/" + position);
    requireNonNull(since, () -> "since is missing: " + watchId + "/" + party + "/" + position);
  }
}
