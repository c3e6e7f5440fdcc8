/**
 * Discord, by a channel's webhook. Each alert is one embed; whatever could be mark-up in it is escaped, and nobody is
 * pinged but whom the route names. The message about a story changes in place as the story does.
 */
@NullMarked
package io.tensionwire.alerts.discord;

import org.jspecify.annotations.NullMarked;
