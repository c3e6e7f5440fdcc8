/**
 * From feeds and pages to articles. {@link io.tensionwire.ingest.IngestApp} joins a consumer group on the topic of
 * feeds; for each partition of it that it is given it polls the feeds, fetches the pages of new entries, and writes
 * articles and what it has seen in one fenced transaction.
 */
@NullMarked
package io.tensionwire.ingest;

import org.jspecify.annotations.NullMarked;
