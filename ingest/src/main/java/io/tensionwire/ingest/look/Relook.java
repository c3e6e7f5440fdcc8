package io.tensionwire.ingest.look;

import io.tensionwire.ingest.identity.TextPrint;
import io.tensionwire.ingest.page.Page;
import io.tensionwire.model.Article;
import io.tensionwire.model.ArticleStatus;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Seen;
import java.time.Instant;

/** What a page says now, as the next revision of what was told: what the page does not say anew stays. */
final class Relook {

  private static final int LONGEST_TITLE = 500;
  private static final int BEGINNING = 60;

  private Relook() {}

  static Article.Builder of(Article former, Seen seen, Page page, Instant now) {
    Article.Builder next = former.toBuilder().status(ArticleStatus.LIVE).pageProblem(null).fetchedAt(now);
    if (hasAnotherTitle(seen, page)) {
      next.title(page.title().substring(0, Math.min(LONGEST_TITLE, page.title().length())));
    }
    if (!isPoorer(former, page.body())) {
      next.body(page.body(), BodySource.PAGE);
    }
    if (former.authors().isEmpty()) {
      next.authors(page.authors());
    }
    Instant published = page.publishedAt();
    if (former.publishedAt() == null && published != null && !published.isAfter(now)) {
      next.publishedAt(published);
    }
    return next;
  }

  /** A feed's title may always be another than its page's: only that the page's changed says something. */
  private static boolean hasAnotherTitle(Seen seen, Page page) {
    String before = seen.pageTitle();
    return before != null && !before.isEmpty() && !page.title().isBlank() && !before.equals(TextPrint.titleOf(page.title()));
  }

  /** Nothing, much less than the feed, or the beginning alone of what the page showed before. */
  private static boolean isPoorer(Article former, String body) {
    String before = former.body();
    if (body.isBlank() || before.isBlank()) {
      return body.isBlank();
    }
    boolean muchShorter = body.length() * 2 < before.length();
    String beginning = body.substring(0, Math.min(BEGINNING, body.length()));
    return muchShorter && (former.bodySource() == BodySource.FEED || before.startsWith(beginning));
  }
}
