/** How long an alert takes from its record to the newsroom, with the real role on a real broker. */
@NullMarked
package io.tensionwire.benchmarks.alerts;

import org.jspecify.annotations.NullMarked;
