package io.tensionwire.ingest.article;

import io.tensionwire.ingest.feed.FeedEntry;
import io.tensionwire.ingest.identity.EntryIdentity;
import io.tensionwire.ingest.page.GenreWords;
import io.tensionwire.ingest.page.Markup;
import io.tensionwire.ingest.page.Page;
import io.tensionwire.ingest.url.CanonicalUrl;
import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Feed;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Language;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an article of what feed and page say. */
final class ArticleComposer {

  /** Clocks differ; what is further ahead than this is not believed. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private static final int TITLE_WORDS = 12;
  private static final int LONGEST_TITLE = 500;
  private static final int LONGEST_SUMMARY = 10_000;

  private ArticleComposer() {}

  /** @param page absent where the article is told from the feed alone */
  static Article.Builder compose(
      Feed feed, String feedLanguage, FeedEntry entry, EntryIdentity identity, @Nullable Page page, Instant fetchedAt) {
    String summary = cut(Markup.line(entry.summary()), LONGEST_SUMMARY);
    String feedBody = Markup.plain(entry.content());
    String pageBody = page == null ? "" : page.body();
    // A page behind a wall shows less than its feed.
    boolean fromPage = !pageBody.isBlank() && pageBody.length() * 2 >= feedBody.length();
    return Article.builder(identity.url())
        .id(identity.articleId())
        .canonicalUrl(canonical(identity, page))
        .feedId(feed.id())
        .outlet(feed.outlet())
        .genre(genre(entry, identity, page))
        .language(language(feed, feedLanguage, page))
        .title(title(entry, summary, page, identity.url()))
        .summary(summary)
        .body(fromPage ? pageBody : feedBody, fromPage ? BodySource.PAGE : BodySource.FEED)
        .authors(authors(entry, page))
        .publishedAt(believed(entry.publishedAt(), page == null ? null : page.publishedAt(), fetchedAt))
        .updatedAt(believed(entry.updatedAt(), page == null ? null : page.updatedAt(), fetchedAt))
        .fetchedAt(fetchedAt);
  }

  private static String title(FeedEntry entry, String summary, @Nullable Page page, URI url) {
    String title = Markup.line(entry.title());
    if (title.isEmpty() && page != null) {
      title = page.title();
    }
    if (title.isEmpty()) {
      String source = summary.isEmpty() ? Markup.line(entry.content()) : summary;
      String[] words = source.split(" ", TITLE_WORDS + 1);
      title = words.length <= TITLE_WORDS ? source : String.join(" ", List.of(words).subList(0, TITLE_WORDS)) + "…";
    }
    return cut(title.isBlank() ? url.toString() : title, LONGEST_TITLE);
  }

  private static URI canonical(EntryIdentity identity, @Nullable Page page) {
    URI said = page == null ? null : CanonicalUrl.parse(page.canonicalUrl());
    if (said == null || identity.page() == null) {
      return identity.canonicalUrl();
    }
    // A page that names its site's front page, or another host, as the canonical one is not believed.
    boolean plausible = said.getPath() != null && said.getPath().length() > 1
        && said.getHost().equalsIgnoreCase(identity.page().getHost());
    return plausible ? CanonicalUrl.of(said) : identity.canonicalUrl();
  }

  private static @Nullable Language language(Feed feed, String feedLanguage, @Nullable Page page) {
    if (feed.language() != null) {
      return feed.language();
    }
    Language said = page == null ? null : Language.ofTag(page.language());
    return said == null ? Language.ofTag(feedLanguage) : said;
  }

  private static Genre genre(FeedEntry entry, EntryIdentity identity, @Nullable Page page) {
    if (page != null && page.genre() != null) {
      return page.genre();
    }
    Genre said = GenreWords.of(String.join(" ", entry.categories()), identity.url().toString());
    return said == null ? Genre.REPORT : said;
  }

  private static List<String> authors(FeedEntry entry, @Nullable Page page) {
    List<String> names = entry.authors().isEmpty() && page != null ? page.authors() : entry.authors();
    return names.stream().map(Markup::line).filter(n -> !n.isEmpty() && n.length() < 100).distinct().limit(10).toList();
  }

  private static @Nullable Instant believed(@Nullable Instant first, @Nullable Instant second, Instant now) {
    Instant latest = now.plus(CLOCK_SKEW);
    if (first != null && !first.isAfter(latest)) {
      return first;
    }
    return second != null && !second.isAfter(latest) ? second : null;
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }
}
