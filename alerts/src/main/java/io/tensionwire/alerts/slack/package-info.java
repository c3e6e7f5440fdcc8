/** Slack. The incoming webhook is the simple receiver: it tells a message once and can never change it. */
@NullMarked
package io.tensionwire.alerts.slack;

import org.jspecify.annotations.NullMarked;
