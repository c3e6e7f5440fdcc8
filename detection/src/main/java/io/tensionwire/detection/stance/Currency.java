package io.tensionwire.detection.stance;

import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Sentence;
import io.tensionwire.detection.text.Token;
import io.tensionwire.detection.watch.Cues;
import io.tensionwire.detection.watch.SignalRule;
import io.tensionwire.model.Article;
import io.tensionwire.model.Category;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;

/**
 * Tells news from recap, as of the article's own date: an old row is news in an old article.
 *
 * <p>Recap is a year that is over, a month long past, or words such as "last year", unless it is "the first since". How
 * things stand is news whenever it began ("strained since 2022"), but not in the paragraph at the end that says how it
 * came to that. What was "earlier" or in the pluperfect is recap unless title or lead are about such a thing, and a
 * sentence that goes on from recap ("in response …") is recap too.
 *
 * <p>To be asked in the order of the text: it remembers what title and lead were about, and which sentences were recap.
 */
public final class Currency {
  private static final int FIRST_YEAR = 1800;

  /** So many months ago is no news any more. */
  private static final int LONG_PAST = 4;
  private static final int CLOSING_FROM = 5;
  private static final int THEREUPON_WITHIN = 3;

  private final Document document;
  private final CueMarks cues;
  private final int year;
  private final int month;
  private final int sentencesOfBody;
  private final Set<Category> mainNews = EnumSet.noneOf(Category.class);
  private final BitSet recap = new BitSet();

  public Currency(Article article, Document document, CueMarks cues) {
    this.document = document;
    this.cues = cues;
    ZonedDateTime date = (article.publishedAt() == null ? article.fetchedAt() : article.eventAt()).atZone(ZoneOffset.UTC);
    this.year = article.publishedAt() == null ? yearOf(document, date.getYear()) : date.getYear();
    this.month = article.publishedAt() == null ? 0 : date.getMonthValue();
    this.sentencesOfBody = document.sentences().isEmpty() ? 0 : document.sentences().getLast().place() + 1;
  }

  /**
   * Whether a signal is news.
   *
   * @param opens whether the article opens with the pair: only there can a state that began years ago be its news
   */
  public boolean current(SignalRule rule, Sentence sentence, boolean opens) {
    boolean current = news(rule, sentence, opens);
    if (!current) {
      recap.set(sentence.index());
    } else if (sentence.title() || sentence.lead()) {
      mainNews.add(rule.category());
    }
    return current;
  }

  private boolean news(SignalRule rule, Sentence sentence, boolean opens) {
    if (rule.background()) {
      return false;
    }
    int index = sentence.index();
    if (sentence.title() || cues.has(index, Cues.FIRST_SINCE)) {
      return true;
    }
    if (cues.has(index, Cues.RECAP)) {
      return false;
    }
    boolean standing = rule.state() && cues.has(index, Cues.SINCE);
    if (pastYear(sentence)) {
      boolean main = sentence.place() == 0 || mainNews.contains(rule.category()) && !closing(sentence);
      return standing && opens && (main || cues.has(index, Cues.STANDING));
    }
    if (sentence.lead()) {
      return true;
    }
    if (standing && closing(sentence) && !cues.has(index, Cues.STANDING) && !mainNews.contains(rule.category())) {
      return false;
    }
    return !monthLongPast(sentence) && !followsRecap(sentence)
        && (mainNews.contains(rule.category()) || !cues.has(index, Cues.EARLIER) && !pluperfect(sentence));
  }

  private boolean pastYear(Sentence sentence) {
    for (int i = sentence.from(); i < sentence.to(); i++) {
      int named = year(document.token(i));
      if (named > 0 && named < year) {
        return true;
      }
    }
    return false;
  }

  /** "In March", in an article of November: recap, and not what is planned for March. */
  private boolean monthLongPast(Sentence sentence) {
    if (month == 0 || cues.has(sentence.index(), Cues.PROPOSAL)) {
      return false;
    }
    boolean past = false;
    for (int i = sentence.from(); i < sentence.to(); i++) {
      int named = Months.of(document, i, sentence);
      if (named > 0) {
        int ago = Math.floorMod(month - named, 12);
        past |= ago >= LONG_PAST && ago <= 12 - LONG_PAST;
      }
    }
    return past;
  }

  /** The last quarter of a text of some length, where agencies keep how it all began. */
  private boolean closing(Sentence sentence) {
    return sentence.place() >= CLOSING_FROM && sentence.place() * 4 >= sentencesOfBody * 3;
  }

  private boolean followsRecap(Sentence sentence) {
    return sentence.place() > 0 && recap.get(sentence.index() - 1)
        && cues.in(sentence.index(), Cues.THEREUPON).stream()
            .anyMatch(mark -> mark.from() - sentence.from() < THEREUPON_WITHIN);
  }

  /** "Had summoned" of what came before the news; "said it had summoned" is how a report tells the news itself. */
  private boolean pluperfect(Sentence sentence) {
    if (cues.has(sentence.index(), Cues.SPEECH)) {
      return false;
    }
    for (int i = sentence.from(); i + 1 < sentence.to(); i++) {
      if (document.token(i).word().equals("had") && document.token(i + 1).word().endsWith("ed")) {
        return true;
      }
    }
    return false;
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
