package io.tensionwire.ingest.identity;

import io.tensionwire.ingest.feed.FeedEntry;
import io.tensionwire.ingest.page.Markup;
import io.tensionwire.ingest.url.AddressKey;
import io.tensionwire.ingest.url.CanonicalUrl;
import io.tensionwire.model.FeedState;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the entries of one feed have in common, and what therefore does not tell them apart. */
public final class FeedKin {

  /** Of the pairs of letters of two titles: those of one report told twice have more in common. */
  private static final double ALIKE = 0.4;

  /**
   * How many entries of a feed are looked at: fewer than are remembered, so that what slides out of a long sitemap is not
   * told anew when it slides in again.
   */
  static final int MOST = FeedState.MAX_SEEN * 3 / 4;

  private final Map<String, Integer> guids = new HashMap<>();
  private final Map<String, String> titlesByAddress = new HashMap<>();
  private final Set<String> sharedAddresses = new HashSet<>();
  private final Map<Instant, Integer> updates = new HashMap<>();
  private final int count;

  private FeedKin(List<FeedEntry> entries) {
    count = entries.size();
    for (FeedEntry entry : entries) {
      if (!entry.id().isBlank()) {
        guids.merge(EntryIdentity.keyOf(entry.id()), 1, Integer::sum);
      }
      if (entry.updatedAt() != null) {
        updates.merge(entry.updatedAt(), 1, Integer::sum);
      }
      URI link = CanonicalUrl.parse(entry.link());
      if (link != null) {
        String address = AddressKey.of(link);
        String title = Headline.of(Markup.line(entry.title())).folded();
        String other = titlesByAddress.putIfAbsent(address, title);
        if (other != null && !alike(title, other)) {
          sharedAddresses.add(address);
        }
      }
    }
  }

  /** The newest entries of a feed that is longer than can be remembered, in its order; all of any other. */
  public static List<FeedEntry> newest(List<FeedEntry> entries) {
    if (entries.size() <= MOST) {
      return entries;
    }
    // Those without a date are taken for as new as their place says: feeds begin with the newest.
    List<FeedEntry> byDate = entries.stream()
        .sorted(Comparator.comparing(FeedKin::date, Comparator.nullsFirst(Comparator.reverseOrder()))).toList();
    Set<FeedEntry> newest = Collections.newSetFromMap(new IdentityHashMap<>());
    newest.addAll(byDate.subList(0, MOST));
    return entries.stream().filter(newest::contains).toList();
  }

  private static @Nullable Instant date(FeedEntry entry) {
    return entry.publishedAt() != null ? entry.publishedAt() : entry.updatedAt();
  }

  public static FeedKin of(List<FeedEntry> entries) {
    return new FeedKin(entries);
  }

  /** Some feeds give all entries one guid, others number them by their place: 1, 2, 3. */
  boolean guidTells(FeedEntry entry, boolean addressTells) {
    return !entry.id().isBlank() && guids.getOrDefault(EntryIdentity.keyOf(entry.id()), 1) == 1
        && !(addressTells && entry.id().strip().matches("\\d{1,3}"));
  }

  /** Some feeds link all entries to the front page, or to the list that they stand on. */
  boolean addressTells(@Nullable URI link) {
    return link != null && !AddressKey.isFrontPage(link) && !sharedAddresses.contains(AddressKey.of(link));
  }

  /** Some feeds date all entries with the moment at which the feed was made. */
  boolean updateTells(FeedEntry entry) {
    Instant updated = entry.updatedAt();
    return updated != null && entry.publishedAt() != null && !updated.equals(entry.publishedAt())
        && (count == 1 || updates.getOrDefault(updated, 1) * 2 <= count);
  }

  /** Dice's coefficient over pairs of letters: the same for every script. */
  private static boolean alike(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    Set<String> a = pairs(one);
    Set<String> b = pairs(other);
    int sum = a.size() + b.size();
    a.retainAll(b);
    return sum > 0 && 2.0 * a.size() / sum >= ALIKE;
  }

  private static Set<String> pairs(String text) {
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 2 <= text.length(); i++) {
      pairs.add(text.substring(i, i + 2));
    }
    return pairs;
  }
}
