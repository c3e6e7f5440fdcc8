/**
 * From the bytes of a page to the article in it, and from mark-up to plain text. The only package that sees jsoup.
 */
@NullMarked
package io.tensionwire.ingest.page;

import org.jspecify.annotations.NullMarked;
