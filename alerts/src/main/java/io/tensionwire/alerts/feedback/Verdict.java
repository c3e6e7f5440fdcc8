package io.tensionwire.alerts.feedback;

/** The words of {@code Feedback.verdict}. */
public final class Verdict {

  public static final String ACKNOWLEDGED = "acknowledged";
  public static final String NOT_RELEVANT = "not-relevant";

  private Verdict() {}
}
