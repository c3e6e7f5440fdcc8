package io.tensionwire.detection.signal;

import io.tensionwire.detection.party.Mention;
import io.tensionwire.detection.party.Scene;
import io.tensionwire.detection.role.RoleReader;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Sentence;
import io.tensionwire.model.Article;
import io.tensionwire.model.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who speaks in a headline, which often has no verb of saying. */
final class Headlines {

  private static final String SPOKEN = "\"“";

  private final Article article;
  private final Language language;
  private final Document document;
  private final Scene scene;
  private final RoleReader roles;

  Headlines(Article article, Language language, Document document, Scene scene, RoleReader roles) {
    this.article = article;
    this.language = language;
    this.document = document;
    this.scene = scene;
    this.roles = roles;
  }

  /** Headlines leave the verb out: a name and a colon; in Korean an office and a quotation, or one behind it. */
  @Nullable Mention speaker(Sentence sentence) {
    List<Mention> mentions = scene.mentions(sentence.index());
    Mention before = null;
    for (Mention mention : mentions) {
      int end = language == Language.KO ? headlineOffice(sentence, mention.to()) : mention.to();
      String after = article.title().substring(document.token(end - 1).end()).stripLeading();
      boolean quotes = language == Language.KO && !after.isEmpty() && SPOKEN.indexOf(after.charAt(0)) >= 0;
      if (language == Language.KO && before == null && after.startsWith(",") && article.title().indexOf('“') > 0
          && !roles.quoted(mention.from())) {
        return mention;
      }
      if ((quotes || after.startsWith(":")) && !roles.quoted(mention.from())) {
        return before != null && roles.aside(mention) ? before : mention;
      }
      before = mention;
    }
    Mention last = mentions.isEmpty() ? null : mentions.getLast();
    boolean behind = language == Language.KO && last != null && Speakers.opensQuote(sentence) && !roles.quoted(last.from())
        && mentions.stream().allMatch(mention -> mention == last || roles.quoted(mention.from()));
    return behind ? last : null;
  }

  /** "러 외무부 대변인 “…": words of an office have no particle. */
  private int headlineOffice(Sentence sentence, int from) {
    int to = from;
    while (to < sentence.to() && to - from < 3 && !roles.ends(to - 1) && !document.token(to).afterBreak()
        && !roles.quoted(to)
        && article.title().substring(document.token(to - 1).end(), document.token(to).start()).isBlank()) {
      to++;
    }
    return roles.ends(to - 1) ? from : to;
  }
}
