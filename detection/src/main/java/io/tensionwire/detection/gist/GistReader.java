package io.tensionwire.detection.gist;

import io.tensionwire.detection.party.Mention;
import io.tensionwire.detection.stance.CueMarks;
import io.tensionwire.detection.text.Document;
import io.tensionwire.model.Article;
import io.tensionwire.model.Gist;
import io.tensionwire.model.Language;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads the gist of an article. Safe for use by several threads; the same article gives the same gist. */
public final class GistReader {
  private final Document document;
  private final Language language;
  private final Emphasis emphasis;
  private final List<Found> found;

  private GistReader(Article article, Language language, Document document, CueMarks cues) {
    this.document = document;
    this.language = language;
    this.emphasis = Emphasis.of(document, cues, article.eventAt().atZone(ZoneOffset.UTC).getYear());
    this.found = Glossary.of(language).read(document);
  }

  /**
   * Reads an article.
   *
   * @param pair the two parties, which are in every article and tell no event from another
   * @param mentions where parties are named
   */
  public static Gist read(
      Article article, Language language, Document document, CueMarks cues, Collection<String> pair,
      List<Mention> mentions) {
    var reader = new GistReader(article, language, document, cues);
    return new Gist(
        Concepts.of(document, reader.emphasis, reader.found, pair),
        Map.of(),
        Terms.of(document, language, reader.emphasis, mentions),
        new Amounts(document, language, reader.found).of(reader.emphasis),
        List.of(), List.of());
  }
}
