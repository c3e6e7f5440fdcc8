package io.tensionwire.ingest.page;

import io.tensionwire.ingest.date.DateText;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** What the rule of a site finds besides the body; {@code null} where it finds nothing. */
record SiteFacts(@Nullable String title, @Nullable OffsetDateTime published, @Nullable String author) {

  static SiteFacts in(Document document, SiteRule rule, ZoneId zone) {
    String date = SiteRule.words(document, rule.date());
    return new SiteFacts(
        SiteRule.words(document, rule.title()), date == null ? null : DateText.read(date, zone),
        SiteRule.words(document, rule.author()));
  }

  /** The site's own facts count before the general ones. */
  Page appliedTo(Page page) {
    return page.with(
        title == null ? page.title() : title, published == null ? page.published() : published,
        author == null ? page.authors() : List.of(author));
  }
}
