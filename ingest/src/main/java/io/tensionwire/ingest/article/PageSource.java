package io.tensionwire.ingest.article;

import io.tensionwire.model.Feed;
import java.net.URI;

/** Where pages are had from: the web, or a test's. */
public interface PageSource {

  /** @throws InterruptedException if the caller is to stop */
  PageReading read(Feed feed, URI uri) throws InterruptedException;
}
