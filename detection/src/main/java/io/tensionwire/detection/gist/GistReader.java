package io.tensionwire.detection.gist;

import io.tensionwire.detection.party.Mention;
import io.tensionwire.detection.stance.CueMarks;
import io.tensionwire.detection.text.Document;
import io.tensionwire.model.Article;
import io.tensionwire.model.Gist;
import io.tensionwire.model.Language;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** Reads what tells an article's event from others. The same article gives the same gist. */
public final class GistReader {
  private final Article article;
  private final Language language;
  private final Document document;
  private final Emphasis emphasis;
  private final List<Found> found;

  public GistReader(Article article, Language language, Document document, CueMarks cues) {
    this.article = article;
    this.language = language;
    this.document = document;
    this.emphasis = Emphasis.of(document, cues, article.eventAt().atZone(ZoneOffset.UTC).getYear());
    this.found = Glossary.of(language).read(document);
  }

  /**
   * The gist.
   *
   * @param pair the two parties, which are in every article and tell no event from another
   * @param mentions where parties are named
   */
  public Gist gist(Collection<String> pair, List<Mention> mentions) {
    var named = new BitSet();
    mentions.forEach(mention -> named.set(mention.from(), mention.to()));
    return new Gist(
        Concepts.of(document, emphasis, found, pair),
        new Names(document, language, emphasis, found, named).read(),
        Terms.of(document, language, emphasis, named),
        new Amounts(document, language, found).of(emphasis),
        Days.of(document, language, emphasis, article.eventAt()),
        new Cites(document, language, found).read());
  }

  /** Ids of places that the article names, the most prominent first. */
  public List<String> places() {
    return Places.of(document, emphasis, found);
  }
}
