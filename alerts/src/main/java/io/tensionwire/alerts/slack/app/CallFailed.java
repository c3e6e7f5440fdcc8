package io.tensionwire.alerts.slack.app;

import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Reason;

/** A call to Slack that did not do what it was asked to, as far as is known. Its text is Slack's own word, no secret. */
final class CallFailed extends Exception {

  private static final long serialVersionUID = 1;

  private final String word;
  private final transient Outcome outcome;

  /** @param word Slack's name for what is wrong; empty where it gave none */
  CallFailed(String word, Outcome outcome) {
    super(word, null, false, false);
    this.word = word;
    this.outcome = outcome;
  }

  String word() {
    return word;
  }

  /** What it means for an alert that was to be told. */
  Outcome outcome() {
    return outcome;
  }

  /** The same, naming the lane that is full, where one is. */
  CallFailed on(String lane) {
    return outcome instanceof Outcome.Retryable later && later.reason() == Reason.RATE_LIMITED
        ? new CallFailed(word, new Outcome.Retryable(later.reason(), later.detail(), later.retryAfter(), lane)) : this;
  }

  /** There is no such message any more, or it can be edited no more: a thread goes on under a new one. */
  boolean messageIsLost() {
    return Refusals.MESSAGE_IS_LOST.contains(word);
  }

  /** The token or the app is not allowed to do this, whatever is told. */
  boolean isForbidden() {
    return Refusals.FORBIDDEN.contains(word);
  }
}
