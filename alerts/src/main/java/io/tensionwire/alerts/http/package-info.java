/**
 * How receivers are called over HTTP: once each time, for a bounded while, following nobody anywhere, and only where the
 * address may lead. Whether a message may have been told is known from how far the call came; what it was called with is
 * in no log, outcome or exception, for most addresses are secrets.
 */
@NullMarked
package io.tensionwire.alerts.http;

import org.jspecify.annotations.NullMarked;
