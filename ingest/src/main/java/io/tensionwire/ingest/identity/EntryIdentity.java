package io.tensionwire.ingest.identity;

import io.tensionwire.ingest.feed.FeedEntry;
import io.tensionwire.ingest.page.Markup;
import io.tensionwire.ingest.url.AddressKey;
import io.tensionwire.ingest.url.CanonicalUrl;
import io.tensionwire.model.Article;
import io.tensionwire.model.Feed;
import io.tensionwire.model.Id;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By what an entry is known again, whatever its feed does to it.
 *
 * @param key hash of the guid where that tells the entries of the feed apart, else of the address, else of the title
 * @param address hash of the {@link AddressKey}, a second way to know it again; empty where the feed gives no address, or
 *     one that does not tell
 * @param page where the text stands; absent where the feed gives no address of the article's own
 * @param articleId of the article that begins with this entry, if it is a new one
 * @param entryHash of what the feed says, furniture left out: a new date alone is not news
 * @param titleHash of the title without a wire's marks of progress
 * @param stage what those marks say, see {@link Headline}
 * @param report whether a report of the same site and day under the same title may be this one, if one of the two is
 *     marked as a stage: the title says enough
 */
public record EntryIdentity(
    String key, String address, @Nullable URI page, URI url, URI canonicalUrl, String articleId, String entryHash,
    String titleHash, int stage, boolean report) {

  /** Guids beyond it were remembered by their hash. */
  private static final int LONGEST_RAW_KEY = 400;
  /** Where counts and clocks of a long text stand. */
  private static final int EDGE = 300;
  private static final int LONGEST_SUMMARY = 2_000;
  private static final Pattern TAG = Pattern.compile("<[^>]{0,2000}>");

  public static EntryIdentity of(Feed feed, FeedEntry entry, FeedKin kin) {
    URI link = CanonicalUrl.parse(entry.link());
    URI target = link == null ? null : CanonicalUrl.target(link);
    boolean addressTells = kin.addressTells(link);
    String title = Markup.line(entry.title());
    String rawKey = kin.guidTells(entry, addressTells) ? entry.id().strip()
        : addressTells && link != null ? CanonicalUrl.of(link).toString()
        : title.isEmpty() ? Markup.line(entry.summary() + " " + entry.content()) : title;
    URI canonical;
    URI page = null;
    if (target == null || !addressTells) {
      // Nowhere to go but the feed; the entry still has an identity of its own.
      URI here = CanonicalUrl.of(target == null ? feed.url() : target);
      String place = here.toString().replaceFirst("#.*", "");
      canonical = URI.create(place + "#" + Id.of(feed.id(), raw(rawKey)));
    } else {
      page = target;
      canonical = CanonicalUrl.of(target);
    }
    var headline = Headline.of(title);
    return new EntryIdentity(
        keyOf(rawKey), page == null ? "" : addressOf(page), page, target == null ? canonical : target, canonical,
        Article.id(canonical), entryHash(entry, title, kin), TextPrint.titleOf(title), headline.stage(), headline.tells());
  }

  /** What a guid, an address or a title is remembered by. */
  public static String keyOf(String raw) {
    // One that is an address loses what changes in addresses; a fragment may be all that tells two of them apart.
    URI address = raw.startsWith("http") && raw.indexOf('#') < 0 ? CanonicalUrl.parse(raw) : null;
    return ShortHash.key(address == null ? raw(raw.strip()) : AddressKey.of(address));
  }

  /** What an address is remembered by. */
  public static String addressOf(URI address) {
    return ShortHash.key(AddressKey.of(address));
  }

  private static String raw(String key) {
    return key.length() > LONGEST_RAW_KEY ? Id.of(key) : key;
  }

  private static String entryHash(FeedEntry entry, String title, FeedKin kin) {
    String summary = plain(entry.summary());
    String content = plain(entry.content());
    int cut = Math.min(EDGE, content.length() / 2);
    return ShortHash.key(
        Headline.fold(title),
        summary.length() <= LONGEST_SUMMARY ? Furniture.without(summary) : summary,
        Furniture.without(content.substring(0, cut)), content.substring(cut, content.length() - cut),
        Furniture.without(content.substring(content.length() - cut)),
        kin.updateTells(entry) ? String.valueOf(entry.updatedAt()) : "");
  }

  private static String plain(String markup) {
    return TAG.matcher(markup).replaceAll(" ");
  }
}
