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
    return new Page(
        title == null ? page.title() : title, page.body(), published == null ? page.published() : published, page.updated(),
        author == null ? page.authors() : List.of(author), page.canonicalUrl(), page.language(), page.genre(),
        page.ampUrl());
  }
}
