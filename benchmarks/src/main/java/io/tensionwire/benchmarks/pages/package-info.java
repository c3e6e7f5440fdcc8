/** The extraction of articles from pages beside another extractor, on the same pages in the same run: time and agreement. */
@NullMarked
package io.tensionwire.benchmarks.pages;

import org.jspecify.annotations.NullMarked;
