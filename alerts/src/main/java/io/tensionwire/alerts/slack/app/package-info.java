/**
 * Slack with a bot's token: one story is one message that is kept right by edits, and its thread. What the bot posted it
 * knows again by the {@linkplain io.tensionwire.alerts.slack.app.Stamp stamp} in its metadata, so after a lost answer it
 * looks before it posts. With an app's token its messages have buttons, whose clicks come over Socket Mode.
 */
@NullMarked
package io.tensionwire.alerts.slack.app;

import org.jspecify.annotations.NullMarked;
