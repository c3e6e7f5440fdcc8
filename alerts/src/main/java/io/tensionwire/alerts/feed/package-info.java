/**
 * The alerts as an Atom feed (RFC 4287), for feed readers and other programs that rather ask than are told. Every
 * instance shows it, the active one and those that stand by, from {@code news.alerts} alone.
 */
@NullMarked
package io.tensionwire.alerts.feed;

import org.jspecify.annotations.NullMarked;
