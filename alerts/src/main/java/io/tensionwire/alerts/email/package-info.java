/**
 * Email over SMTP. A story is a thread: each of its messages refers to an id that is made from the story's own, so that
 * mail clients put them together and nothing has to be remembered. Everything from a feed is escaped, and no line of it
 * can end a header.
 */
@NullMarked
package io.tensionwire.alerts.email;

import org.jspecify.annotations.NullMarked;
