package io.tensionwire.ingest.state;

import io.tensionwire.model.PageProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of having asked for a page.
 *
 * @param problem why it gave no text, absent where it did
 * @param title hash of the title that it had, absent where it was not read
 * @param tries how often it was asked in vain
 * @param dueAt when it is to be asked again, absent: not for that
 */
public record PageAsked(
    @Nullable PageProblem problem, @Nullable String title, int tries, @Nullable Instant dueAt) {

  /** The text is all in the feed, or is still awaited. */
  public static final PageAsked NOT = new PageAsked(null, null, 0, null);

  /** A page that is away for a moment is back soon; what is longer in coming comes with the later looks, if at all. */
  private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(20));

  /** The page gave its text. */
  public static PageAsked read(String titleHash) {
    return new PageAsked(null, titleHash, 0, null);
  }

  /**
   * It gave none.
   *
   * @param before how often it was asked in vain before
   * @param mayHelp whether asking again may help
   */
  public static PageAsked inVain(PageProblem problem, int before, boolean mayHelp, Instant now) {
    Instant dueAt = mayHelp && before < PAUSES.size() ? now.plus(PAUSES.get(before)) : null;
    return new PageAsked(problem, null, before + 1, dueAt);
  }
}
