package io.tensionwire.detection.stance;

import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Sentence;
import io.tensionwire.detection.text.Token;
import io.tensionwire.detection.watch.Cues;
import io.tensionwire.detection.watch.SignalRule;
import io.tensionwire.model.Article;
import java.time.ZoneOffset;

/** Tells news from recap: a year that is over, or words such as "last year", unless it is "the first since". */
public final class Currency {
  private static final int FIRST_YEAR = 1800;

  private final Document document;
  private final CueMarks cues;
  private final int year;

  public Currency(Article article, Document document, CueMarks cues) {
    this.document = document;
    this.cues = cues;
    this.year = article.publishedAt() == null
        ? yearOf(document, article.fetchedAt().atZone(ZoneOffset.UTC).getYear())
        : article.eventAt().atZone(ZoneOffset.UTC).getYear();
  }

  /**
   * Whether a signal is news.
   *
   * @param opens whether the article opens with the pair: only there can a state that began years ago be its news
   */
  public boolean current(SignalRule rule, Sentence sentence, boolean opens) {
    if (rule.background()) {
      return false;
    }
    if (sentence.title() || cues.has(sentence.index(), Cues.FIRST_SINCE)) {
      return true;
    }
    if (cues.has(sentence.index(), Cues.RECAP)) {
      return false;
    }
    boolean past = false;
    for (int i = sentence.from(); i < sentence.to(); i++) {
      int named = year(document.token(i));
      past |= named > 0 && named < year;
    }
    return !past || rule.state() && opens && sentence.place() == 0 && cues.has(sentence.index(), Cues.SINCE);
  }

  /** The year that the opening of an undated article speaks of; without one, the year it was fetched in. */
  private static int yearOf(Document document, int fetched) {
    int latest = 0;
    for (Sentence sentence : document.sentences()) {
      if (sentence.title() || sentence.lead()) {
        for (int i = sentence.from(); i < sentence.to(); i++) {
          latest = Math.max(latest, year(document.token(i)));
        }
      }
    }
    return latest == 0 ? fetched : Math.min(latest, fetched);
  }

  /** The year a token names ("2022", "2022년에"), or 0. */
  public static int year(Token token) {
    String word = token.word();
    if (word.length() < 4 || word.length() > 4 && (word.charAt(4) != '년' && word.charAt(4) != 'г')) {
      return 0;
    }
    int year = 0;
    for (int i = 0; i < 4; i++) {
      int digit = word.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      year = year * 10 + digit;
    }
    return year >= FIRST_YEAR && year < 2100 ? year : 0;
  }
}
