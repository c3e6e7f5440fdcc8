package io.tensionwire.ingest.state;

import io.tensionwire.ingest.identity.EntryIdentity;
import io.tensionwire.ingest.url.CanonicalUrl;
import io.tensionwire.model.Seen;
import java.net.URI;

/**
 * Entries as states of before remember them: by guid and address as they stand, with one hash of what the feed said. They
 * are found again by the hashes of now, and what was told stays told.
 */
final class FormerSeen {

  /** Hashes of what a feed said were as long as ids. */
  private static final int FORMER_HASH = 24;

  private FormerSeen() {}

  static Seen upgraded(Seen seen) {
    if (!seen.address().contains("://")) {
      return seen;
    }
    URI address = seen.address().contains("#") ? null : CanonicalUrl.parse(seen.address());
    return seen.toBuilder()
        .key(EntryIdentity.keyOf(seen.key()))
        .address(address == null ? "" : EntryIdentity.addressOf(address))
        .build();
  }

  /**
   * Whether that entry's hash is of another kind, and says nothing about whether it changed. It is taken for unchanged:
   * the other way all pages of all feeds would be asked in the hour of an upgrade.
   */
  static boolean isHashed(Seen seen) {
    return seen.entryHash().length() == FORMER_HASH;
  }
}
