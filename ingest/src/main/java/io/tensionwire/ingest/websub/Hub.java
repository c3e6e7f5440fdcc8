package io.tensionwire.ingest.websub;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Asks hubs. */
interface Hub {

  /** What a hub is asked for. */
  enum Mode {
    SUBSCRIBE,
    UNSUBSCRIBE
  }

  /**
   * Asks; the hub's word comes later, at the callback.
   *
   * @return why the hub did not take the request; {@code null}: it did
   */
  @Nullable String ask(Mode mode, HubOffer offer, URI callback, String secret) throws InterruptedException;
}
