/** The whole topology beside one that only copies, end to end on the embedded broker. */
@NullMarked
package io.tensionwire.benchmarks.topology;

import org.jspecify.annotations.NullMarked;
