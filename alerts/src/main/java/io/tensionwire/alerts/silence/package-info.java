/**
 * What nobody wants to hear for a while: {@code news.silences}, followed live by the instance that tells. A silence is a
 * record that anybody may write, by a button or the command line; its matchers are those of routes.
 */
@NullMarked
package io.tensionwire.alerts.silence;

import org.jspecify.annotations.NullMarked;
