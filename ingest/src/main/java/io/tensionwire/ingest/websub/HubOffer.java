package io.tensionwire.ingest.websub;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hub that a feed names.
 *
 * @param topic what the hub calls the feed: the address that it gives for itself
 */
public record HubOffer(URI hub, URI topic) {

  /**
   * What a feed offers; {@code null} where it names no hub.
   *
   * @param hubs as the feed names them; the first over https is taken, or else the first
   * @param self as the feed names itself; where it does not, it is called by where we read it
   */
  public static @Nullable HubOffer of(List<URI> hubs, @Nullable URI self, URI readAt) {
    URI hub = hubs.stream().filter(each -> "https".equalsIgnoreCase(each.getScheme())).findFirst()
        .orElse(hubs.isEmpty() ? null : hubs.getFirst());
    return hub == null ? null : new HubOffer(hub, self == null ? readAt : self);
  }
}
