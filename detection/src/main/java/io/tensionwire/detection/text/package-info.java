/**
 * From characters to sentences of tokens, without losing the way back: a token knows where it stands in the original
 * field, whatever was folded on the way (typographic quotes, soft hyphens, full-width forms, Hangul in jamo).
 */
@NullMarked
package io.tensionwire.detection.text;

import org.jspecify.annotations.NullMarked;
