package io.tensionwire.detection.story;

import static java.util.Objects.requireNonNull;

import io.tensionwire.model.Polarity;
import io.tensionwire.model.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the newest alert of a story said.
 *
 * @param severity absent where the wording that opened the story is gone
 * @param peak the highest severity ever told: reaching it again is no news
 * @param facts what its signals said, sorted
 */
public record Told(
    @Nullable Severity severity,
    Severity peak,
    @Nullable Polarity polarity,
    String headline,
    List<String> facts,
    int articleCount,
    int outletCount) {

  public Told {
    requireNonNull(peak, "peak of what was told is missing");
    facts = facts == null ? List.of() : List.copyOf(facts);
  }
}
