/**
 * How fast, and against what: the detector side by side with other engines that do its work or part of it, in one run,
 * in turn, on the same text. Only ratios carry over to another machine. Figures and goals: docs/benchmarks.md.
 */
@NullMarked
package io.tensionwire.benchmarks;

import org.jspecify.annotations.NullMarked;
