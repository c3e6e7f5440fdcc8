/** Addresses of articles: one article, one address, however it was linked to. */
@NullMarked
package io.tensionwire.ingest.url;

import org.jspecify.annotations.NullMarked;
