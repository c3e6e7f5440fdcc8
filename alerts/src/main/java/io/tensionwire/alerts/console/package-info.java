/** Alerts on a terminal, for the demo, for one person, and for whoever reads a container's output. */
@NullMarked
package io.tensionwire.alerts.console;

import org.jspecify.annotations.NullMarked;
