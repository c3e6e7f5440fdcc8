package io.tensionwire.detection;

import io.tensionwire.model.Article;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Gist;
import io.tensionwire.model.Language;
import io.tensionwire.model.Mentions;
import java.util.List;

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
  record PassedOver(String reason) implements Judgement {

    /**
     * The record that there is all the same where a former revision named the pair: its story must learn that the
     * wording is gone. It has no fingerprint: no other article is a copy of it.
     */
    public Detection detection(Article article, String watchId, String watchVersion) {
      Language language = article.language();
      return new Detection(
          "", article.id(), article.revision(), watchId, watchVersion, article.title(), article.url(),
          article.feedId(), article.outlet(), article.genre(), language == null ? Language.OTHER : language,
          article.status(), article.publishedAt(), article.fetchedAt(), article.eventAt(), 0, null, null, null, reason,
          List.of(), Mentions.NONE, "", Gist.NONE, article.firstPoll(), article.bodySource(),
          article.fetchedAt());
    }
  }
}
