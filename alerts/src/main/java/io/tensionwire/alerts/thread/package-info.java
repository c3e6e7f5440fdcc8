/**
 * What each receiver was told of each story, so that the next alert about it joins what stands there: read from the
 * ledger when an instance takes over, from then on kept up to date with every delivery.
 */
@NullMarked
package io.tensionwire.alerts.thread;

import org.jspecify.annotations.NullMarked;
