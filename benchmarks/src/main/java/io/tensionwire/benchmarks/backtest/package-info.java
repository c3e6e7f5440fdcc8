/** A whole backtest from the command line, start of Java included. */
@NullMarked
package io.tensionwire.benchmarks.backtest;

import org.jspecify.annotations.NullMarked;
