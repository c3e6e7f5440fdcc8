/**
 * From the bytes of a feed to its entries. {@linkplain io.tensionwire.ingest.feed.FeedParser In front} of ROME the
 * text is decoded by content and made well-formed, behind it the dates, base addresses and fall-backs are found that
 * ROME does not know. The only package that sees ROME.
 */
@NullMarked
package io.tensionwire.ingest.feed;

import org.jspecify.annotations.NullMarked;
