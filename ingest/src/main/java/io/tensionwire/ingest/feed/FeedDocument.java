package io.tensionwire.ingest.feed;

import java.net.URI;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a feed and what came with them.
 *
 * @param uri where they were found: the base of relative addresses
 * @param contentType the header, if any
 * @param contentLocation the header, if any
 * @param zone of dates that have none
 */
public record FeedDocument(
    byte[] bytes, URI uri, @Nullable String contentType, @Nullable String contentLocation, ZoneId zone) {}
