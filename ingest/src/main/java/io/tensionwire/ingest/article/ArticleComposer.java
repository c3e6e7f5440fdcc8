package io.tensionwire.ingest.article;

import io.tensionwire.ingest.feed.FeedEntry;
import io.tensionwire.ingest.identity.EntryIdentity;
import io.tensionwire.ingest.page.GenreWords;
import io.tensionwire.ingest.page.Markup;
import io.tensionwire.ingest.page.Page;
import io.tensionwire.ingest.url.AddressKey;
import io.tensionwire.ingest.url.CanonicalUrl;
import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Feed;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Language;
import io.tensionwire.model.PageProblem;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes an article of what feed and page say. */
final class ArticleComposer {

  /** Clocks differ; what is further ahead than this is not believed. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private static final Pattern PROXIES =
      Pattern.compile("(?:news\\.google\\.com|feedproxy\\.google\\.com|feeds?\\d?\\.feedburner\\.com|.*\\.feedsportal\\.com|t\\.co|bit\\.ly)");
  /** There was no web before; feeds that date with zero mean nothing by it. */
  private static final Instant EARLIEST = Instant.parse("1991-01-01T00:00:00Z");

  private static final int TITLE_WORDS = 12;
  private static final int LONGEST_TITLE = 500;
  private static final int LONGEST_SUMMARY = 10_000;

  private ArticleComposer() {}

  /** @param reading absent where the article is told from the feed alone */
  static Article.Builder compose(
      Feed feed, String feedLanguage, FeedEntry entry, EntryIdentity identity, @Nullable PageReading reading,
      Instant fetchedAt) {
    PageProblem problem = reading == null ? null : reading.problem();
    Page page = reading == null ? null : reading.page();
    String summary = cut(Markup.line(entry.summary()), LONGEST_SUMMARY);
    String feedBody = Markup.plain(entry.content());
    String pageBody = page == null || isNoArticle(problem) ? "" : page.body();
    // A page behind a wall shows less than its feed.
    int worth = problem == null ? pageBody.length() * 2 : pageBody.length();
    boolean fromPage = !pageBody.isBlank() && worth >= feedBody.length();
    return Article.builder(identity.url())
        .id(identity.articleId())
        .canonicalUrl(canonical(identity, isNoArticle(problem) ? null : page))
        .pageProblem(problem)
        .feedId(feed.id())
        .outlet(feed.outlet())
        .genre(genre(entry, identity, page))
        .language(language(feed, feedLanguage, page))
        .title(title(entry, summary, isNoArticle(problem) ? null : page, identity.url()))
        .summary(summary)
        .body(fromPage ? pageBody : feedBody, fromPage ? BodySource.PAGE : BodySource.FEED)
        .authors(authors(entry, page))
        .publishedAt(believed(entry.publishedAt(), page == null ? null : page.publishedAt(), fetchedAt))
        .updatedAt(believed(entry.updatedAt(), page == null ? null : page.updatedAt(), fetchedAt))
        .fetchedAt(fetchedAt);
  }

  /** Whether what the page shows is another's text than the article's. */
  private static boolean isNoArticle(@Nullable PageProblem problem) {
    return problem != null && switch (problem) {
      case PAYWALL, NO_TEXT, UNREACHABLE, ROBOTS -> false;
      case CONSENT_WALL, BOT_WALL, COOKIE_GATE, SOFT_404, GONE, NOT_HTML, UNREADABLE -> true;
    };
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
    boolean plausible = !AddressKey.isFrontPage(said)
        && (AddressKey.isSameFamily(said.getHost(), identity.page().getHost()) || isProxied(identity.page()));
    return plausible ? CanonicalUrl.of(said) : identity.canonicalUrl();
  }

  /** Addresses that hide where they lead to: there the page's own word is all there is. */
  private static boolean isProxied(URI page) {
    return PROXIES.matcher(page.getHost()).matches();
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
    return isBelieved(first, now) ? first : isBelieved(second, now) ? second : null;
  }

  private static boolean isBelieved(@Nullable Instant date, Instant now) {
    return date != null && !date.isAfter(now.plus(CLOCK_SKEW)) && !date.isBefore(EARLIEST);
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }
}
