package io.tensionwire.detection;

import io.tensionwire.model.Detection;

/** What a detector makes of an article. */
public sealed interface Judgement {

  /**
   * The article names both parties.
   *
   * @param detection without a severity, and with the reason, where nothing in it is worth telling
   */
  record Named(Detection detection) implements Judgement {}

  /**
   * The article is none of the watch's business: there is no record of it, only a count.
   *
   * @param reason such as {@code other-language} or {@code one-party-missing}
   */
  record PassedOver(String reason) implements Judgement {}
}
