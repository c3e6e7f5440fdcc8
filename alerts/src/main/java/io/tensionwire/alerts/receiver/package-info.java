/**
 * What every {@linkplain io.tensionwire.alerts.receiver.Receiver receiver} is to the pipeline: a name, a rate, and one
 * call that tells a message and says how that went. Each receiver has a package of its own beside this one.
 */
@NullMarked
package io.tensionwire.alerts.receiver;

import org.jspecify.annotations.NullMarked;
