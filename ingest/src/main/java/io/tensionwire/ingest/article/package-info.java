/**
 * From one entry of a feed to an article: with its page, or, where that lets itself be waited for, from the feed first.
 */
@NullMarked
package io.tensionwire.ingest.article;

import org.jspecify.annotations.NullMarked;
