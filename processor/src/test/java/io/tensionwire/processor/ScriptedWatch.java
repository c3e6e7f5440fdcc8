package io.tensionwire.processor;

import io.tensionwire.detection.Fingerprint;
import io.tensionwire.detection.Judgement;
import io.tensionwire.model.Article;
import io.tensionwire.model.Category;
import io.tensionwire.model.Confidence;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Gist;
import io.tensionwire.model.Language;
import io.tensionwire.model.Mentions;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Signal;
import io.tensionwire.model.Stance;
import io.tensionwire.model.TextField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A watch over two made-up islands whose judgement is plain to see: an article that names both is detected, three
 * phrases are signals, one word makes the judge throw, and one makes a detection that no topic takes.
 */
final class ScriptedWatch {

  static final String BREAKS = "unjudgeable";
  static final String BLOATS = "endless";

  private record Rule(String phrase, Category category, Severity severity, int weight) {}

  private static final List<Rule> RULES = List.of(
      new Rule("lodged a protest", Category.DIPLOMATIC_PROTEST, Severity.ELEVATED, 40),
      new Rule("will not go unanswered", Category.RETALIATION_THREAT, Severity.HIGH, 60),
      new Rule("were expelled", Category.EXPULSION_ENTRY_BAN, Severity.CRITICAL, 90));

  private ScriptedWatch() {}

  static Watching named(String id) {
    return new Watching(id, "v1", article -> judge(id, article));
  }

  /** Like {@link #named}, for a pair that is never named. */
  static Watching blind(String id) {
    return new Watching(id, "v1", article -> new Judgement.PassedOver("one-party-missing"));
  }

  private static Judgement judge(String watchId, Article article) {
    String body = article.body();
    if (body.contains(BREAKS)) {
      throw new IllegalArgumentException("cannot be judged");
    }
    if (!body.contains("Aland") || !body.contains("Beland")) {
      return new Judgement.PassedOver("one-party-missing");
    }
    if (body.contains(BLOATS)) {
      Article bloated = article.toBuilder().title("x".repeat(3_000_000)).build();
      return new Judgement.Named(detection(watchId, bloated, List.of(), Severity.NOTICE));
    }
    List<Signal> signals = new ArrayList<>();
    Severity severity = null;
    for (Rule rule : RULES) {
      int start = body.indexOf(rule.phrase());
      if (start >= 0) {
        signals.add(new Signal(
            "rule-" + rule.weight(), rule.category(), Polarity.ESCALATION, Stance.ASSERTED, true, rule.phrase(),
            rule.phrase(), start, TextField.BODY, start, start + rule.phrase().length(), "aland", "beland", null,
            null, rule.weight(), article.id(), Language.EN));
        severity = rule.severity();
      }
    }
    return new Judgement.Named(detection(watchId, article, signals, severity));
  }

  private static Detection detection(
      String watchId, Article article, List<Signal> signals, @Nullable Severity severity) {
    return new Detection(
        "", article.id(), article.revision(), watchId, "v1", article.title(), article.url(), article.feedId(),
        article.outlet(), article.genre(), Language.EN, article.status(), article.publishedAt(), article.fetchedAt(),
        article.eventAt(), severity == null ? 0 : 50, severity, severity == null ? null : Confidence.OFFICIAL,
        severity == null ? null : Polarity.ESCALATION, severity == null ? "no-signal" : null, signals, Mentions.NONE,
        Fingerprint.of(article.body()), Gist.NONE, article.firstPoll(), article.bodySource(),
        article.fetchedAt());
  }
}
