/**
 * {@code tensionwire backtest}: articles of before through a draft of a watch, by the same functions that judge and
 * follow live ones, to see which alerts there would have been. An {@link
 * io.tensionwire.standalone.backtest.ArticleSource} gives the articles in the order of their arrival; {@link
 * io.tensionwire.standalone.backtest.Replay} takes each {@link io.tensionwire.standalone.backtest.Rehearsal} through
 * them; {@link io.tensionwire.standalone.backtest.Comparison} says what differs. All of it is on the heap, and nothing
 * is written anywhere.
 */
@NullMarked
package io.tensionwire.standalone.backtest;

import org.jspecify.annotations.NullMarked;
