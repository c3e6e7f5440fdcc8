/** From the signals of an article to what a newsroom is told: direction, score, severity, confidence, kind of text. */
@NullMarked
package io.tensionwire.detection.verdict;

import org.jspecify.annotations.NullMarked;
