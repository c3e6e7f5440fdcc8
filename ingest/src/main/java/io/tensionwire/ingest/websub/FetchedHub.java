package io.tensionwire.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tensionwire.ingest.fetch.FetchOutcome;
import io.tensionwire.ingest.fetch.FetchRequest;
import io.tensionwire.ingest.fetch.Fetcher;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks hubs through the fetcher: with its guard against addresses inside, its limits and its manners. */
final class FetchedHub implements Hub {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration LEASE = Duration.ofDays(10);
  private static final long MOST_BYTES = 64 * 1024;

  private final Fetcher fetcher;

  FetchedHub(Fetcher fetcher) {
    this.fetcher = fetcher;
  }

  @Override
  public @Nullable String ask(Mode mode, HubOffer offer, URI callback, String secret) throws InterruptedException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("hub.mode", mode.name().toLowerCase(Locale.ROOT));
    form.put("hub.topic", offer.topic().toString());
    form.put("hub.callback", callback.toString());
    if (mode == Mode.SUBSCRIBE) {
      form.put("hub.lease_seconds", Long.toString(LEASE.toSeconds()));
      form.put("hub.secret", secret);
    }
    String encoded = form.entrySet().stream()
        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
    return switch (fetcher.fetch(FetchRequest.form(offer.hub(), encoded, MOST_BYTES, TIMEOUT))) {
      case FetchOutcome.Fetched ignored -> null;
      case FetchOutcome.NotModified ignored -> "HTTP status 304";
      // 202 is the usual answer, and no document.
      case FetchOutcome.Failed failed -> failed.refusal() != null && failed.refusal().head().status() / 100 == 2
          ? null
          : failed.detail();
    };
  }
}
