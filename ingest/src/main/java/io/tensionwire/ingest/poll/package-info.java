/**
 * Polling one feed, again and again: when, how, and what the answer says about the feed's health.
 */
@NullMarked
package io.tensionwire.ingest.poll;

import org.jspecify.annotations.NullMarked;
