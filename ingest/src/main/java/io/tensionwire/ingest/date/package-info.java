/** Dates as people and their programs write them, in feeds and on pages. */
@NullMarked
package io.tensionwire.ingest.date;

import org.jspecify.annotations.NullMarked;
