/**
 * Lists of feeds as readers exchange them (<a href="https://opml.org/spec2.opml">OPML 2.0</a>). Files in the wild are
 * damaged in the same ways as feeds: bare ampersands in addresses, a wrong charset, a missing end. So outlines are picked
 * out of the text as they come, without a parser of XML (which would refuse such a file whole, and with it ROME's module
 * for OPML); what we write is well-formed, and holds all settings of a feed.
 */
@NullMarked
package io.tensionwire.ingest.opml;

import org.jspecify.annotations.NullMarked;
