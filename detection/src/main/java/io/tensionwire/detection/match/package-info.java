/**
 * Finds all phrases of a watch in one pass: each word goes once through a trie that knows every word of every phrase,
 * and only a phrase whose first word is there is looked at further. The cost hardly grows with the number of phrases.
 */
@NullMarked
package io.tensionwire.detection.match;

import org.jspecify.annotations.NullMarked;
