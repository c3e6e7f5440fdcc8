/**
 * A program of the newsroom's own, told by the <a href="https://www.standardwebhooks.com">Standard Webhooks</a>
 * specification: each event has an id that stays over retries, and a signature that any of its libraries can verify.
 */
@NullMarked
package io.tensionwire.alerts.webhook;

import org.jspecify.annotations.NullMarked;
