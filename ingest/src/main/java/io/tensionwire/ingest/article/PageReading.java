package io.tensionwire.ingest.article;

import io.tensionwire.ingest.fetch.FetchFailure;
import io.tensionwire.ingest.fetch.FetchOutcome;
import io.tensionwire.ingest.identity.TextPrint;
import io.tensionwire.ingest.page.Page;
import io.tensionwire.ingest.state.PageAsked;
import io.tensionwire.model.PageProblem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking for a page.
 *
 * @param page absent where there is none to be read
 * @param problem why its text is not, or not all, there; absent where it is
 * @param mayHelp whether asking again soon may help
 */
public record PageReading(@Nullable Page page, @Nullable PageProblem problem, boolean mayHelp) {

  static PageReading of(Page page) {
    return page.body().isBlank() ? new PageReading(page, PageProblem.NO_TEXT, true) : new PageReading(page, null, false);
  }

  static PageReading of(FetchOutcome.Failed failed) {
    FetchOutcome.Refusal refusal = failed.refusal();
    int status = refusal == null ? 0 : refusal.head().status();
    PageProblem problem = problem(failed.reason(), status);
    // A page may be told of before it is there; who refuses us does so again.
    return new PageReading(null, problem, failed.reason().isTransient() || failed.reason() == FetchFailure.NOT_FOUND);
  }

  static PageReading without(PageProblem problem) {
    return new PageReading(null, problem, false);
  }

  private static PageProblem problem(FetchFailure reason, int status) {
    return switch (reason) {
      case ROBOTS -> PageProblem.ROBOTS;
      case NOT_FOUND, GONE -> PageProblem.GONE;
      case REFUSED -> status == 401 || status == 402 ? PageProblem.PAYWALL : status == 451 ? PageProblem.GONE : PageProblem.BOT_WALL;
      case TOO_LARGE -> PageProblem.UNREADABLE;
      case UNKNOWN_HOST, NO_CONNECTION, PROXY, TLS, BROKEN_OFF, TIMED_OUT, ADDRESS_REFUSED, REDIRECT_LOOP, THROTTLED,
          SERVER_ERROR, BAD_ANSWER -> PageProblem.UNREACHABLE;
    };
  }

  /** Whether the page gave the article's text. */
  public boolean isWhole() {
    return page() != null && problem() == null;
  }

  /** Whether the page says that it is no more. */
  public boolean isGone() {
    return problem() == PageProblem.GONE || problem() == PageProblem.SOFT_404;
  }

  /**
   * What is to be remembered of it.
   *
   * @param before how often it was asked in vain before
   */
  public PageAsked asked(int before, Instant now) {
    PageProblem inTheWay = problem();
    String title = page() == null || page().title().isBlank() ? null : TextPrint.titleOf(page().title());
    if (inTheWay == null) {
      return PageAsked.read(title == null ? "" : title);
    }
    PageAsked inVain = PageAsked.inVain(inTheWay, before, mayHelp, now);
    return isGone() ? inVain : new PageAsked(inTheWay, title, inVain.tries(), inVain.dueAt());
  }
}
