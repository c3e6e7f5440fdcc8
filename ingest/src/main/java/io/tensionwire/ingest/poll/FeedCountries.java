package io.tensionwire.ingest.poll;

import io.tensionwire.model.Feed;
import io.tensionwire.model.Language;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The country of a feed: its outlet's, else that of the top-level domain, else the one where its language is at home.
 */
final class FeedCountries {

  private static final Set<String> ISO = Set.of(Locale.getISOCountries());
  /** Country domains that are sold for what they spell. */
  private static final Set<String> SOLD = Set.of("AI", "CC", "CO", "FM", "IO", "LY", "ME", "SH", "TV", "WS");

  private final Map<String, String> byOutlet;

  /** @param byOutlet ISO 3166 codes by the outlets' names */
  FeedCountries(Map<String, String> byOutlet) {
    this.byOutlet = Map.copyOf(byOutlet);
  }

  Optional<String> of(Feed feed) {
    String outlets = byOutlet.get(feed.outlet());
    if (outlets != null) {
      return Optional.of(outlets);
    }
    return ofHost(feed.url()).or(() -> ofLanguage(feed.language()));
  }

  private static Optional<String> ofHost(URI url) {
    String host = String.valueOf(url.getHost());
    String domain = host.substring(host.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    String code = switch (domain) {
      case "UK" -> "GB";
      case "SU", "XN--P1AI" -> "RU";
      case "XN--3E0B707E" -> "KR";
      default -> domain;
    };
    return ISO.contains(code) && !SOLD.contains(code) ? Optional.of(code) : Optional.empty();
  }

  private static Optional<String> ofLanguage(@Nullable Language language) {
    return switch (language) {
      case KO -> Optional.of("KR");
      case RU -> Optional.of("RU");
      case null, default -> Optional.empty();
    };
  }
}
