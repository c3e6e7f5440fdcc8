/**
 * The section {@code ingest} of the configuration.
 */
@NullMarked
package io.tensionwire.ingest.config;

import org.jspecify.annotations.NullMarked;
