/**
 * The newsroom's hours: {@linkplain io.tensionwire.alerts.time.TimesOfDay moments of a day} at which it is told
 * something, and {@linkplain io.tensionwire.alerts.time.MuteTime spans of the week} in which it is left alone. All of it
 * is by the clock on the newsroom's wall, and no clock is asked.
 */
@NullMarked
package io.tensionwire.alerts.time;

import org.jspecify.annotations.NullMarked;
