/**
 * Telegram, by a bot. Messages are plain text with entities beside it, so that nothing in the text is mark-up; what
 * Telegram would find in it of its own accord, mentions, links and commands, is broken up unseen. The bot's token stands
 * in each address that is called, and is in no log, outcome or exception.
 */
@NullMarked
package io.tensionwire.alerts.telegram;

import org.jspecify.annotations.NullMarked;
