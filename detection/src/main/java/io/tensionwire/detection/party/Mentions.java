package io.tensionwire.detection.party;

import io.tensionwire.detection.match.Hit;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Sentence;
import io.tensionwire.detection.watch.Party;
import io.tensionwire.detection.watch.Target;
import io.tensionwire.detection.watch.Target.Kind;
import io.tensionwire.detection.watch.Vocabulary;
import io.tensionwire.detection.watch.WatchRules;
import io.tensionwire.model.Language;
import io.tensionwire.model.TextField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides which words mean which party. */
public final class Mentions {
  /** Places in capitals, a date or an agency, and a dash, or a full stop at once. */
  private static final Pattern DATELINE = Pattern.compile("[\\p{Lu} /]{3,40}(?:[^.\\n]{0,40}\\s[-–—]|\\.\\s|:\\s)");

  private final Document document;
  private final Language language;
  private final WatchRules rules;
  private final List<Candidate> candidates = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();

  private record Candidate(Target.Named named, int from, int to) {}

  private Mentions(Document document, Language language, WatchRules rules) {
    this.document = document;
    this.language = language;
    this.rules = rules;
  }

  public static List<Mention> find(
      Document document, Language language, WatchRules rules, Vocabulary vocabulary, List<Hit> hits) {
    var mentions = new Mentions(document, language, rules);
    mentions.collect(vocabulary, hits);
    mentions.count();
    return mentions.resolve();
  }

  /** Of words that overlap the longest counts; of equal ones the one that is there to hide a name, then the surest. */
  private void collect(Vocabulary vocabulary, List<Hit> hits) {
    List<Candidate> all = new ArrayList<>();
    for (Hit hit : hits) {
      if (vocabulary.target(hit.target()) instanceof Target.Named named) {
        all.add(new Candidate(named, hit.from(), hit.to()));
      }
    }
    all.sort(Comparator.comparingInt(Candidate::from).thenComparing(c -> -c.to())
        .thenComparing(c -> c.named().kind() == Kind.NEUTRAL ? -1 : c.named().kind().ordinal())
        .thenComparing(c -> -c.named().parties().size()));
    int end = 0;
    for (Candidate candidate : all) {
      if (candidate.from() >= end) {
        candidates.add(candidate);
        end = candidate.to();
      }
    }
  }

  private List<Mention> resolve() {
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      boolean counts = switch (candidate.named().kind()) {
        case NAME -> !dateline(candidate);
        case HOLDER -> true;
        case OWN -> !anothers(i);
        case WEAK -> weakCounts(i);
        case NEUTRAL -> false;
      };
      if (counts) {
        mentions.add(new Mention(
            candidate.named().parties(), candidate.named().holder(), candidate.from(), candidate.to()));
      }
    }
    return mentions;
  }

  /**
   * "MANILA -- ": where it was written, not who acts. The capitals of the two speak for them, unless the title is about
   * others: from Seoul the world writes about North Korea.
   */
  private boolean dateline(Candidate name) {
    Sentence sentence = document.sentence(document.token(name.from()).sentence());
    if (sentence.field() == TextField.TITLE || sentence.place() > 0 || name.from() != sentence.from()
        || name.named().parties().stream().anyMatch(party -> !standsAside(party))) {
      return false;
    }
    String source = sentence.source();
    String place = source.substring(document.token(name.from()).start(), document.token(name.to() - 1).end());
    return DATELINE.matcher(source.substring(sentence.start())).lookingAt() && place.equals(place.toUpperCase(Locale.ROOT));
  }

  private boolean standsAside(String party) {
    return switch (rules.party(party).role()) {
      case OTHER -> true;
      case INVOLVED -> false;
      case PAIR -> {
        Set<String> title = new HashSet<>();
        for (Candidate candidate : candidates) {
          if (document.sentenceOf(candidate.from()).title()) {
            title.addAll(candidate.named().parties());
          }
        }
        yield !title.contains(party) && title.stream().anyMatch(named -> rules.party(named).role() != Party.Role.PAIR);
      }
    };
  }

  /** "The ministry" right beside another party's name is that party's. */
  private boolean anothers(int i) {
    Candidate own = candidates.get(i);
    if (i > 0 && candidates.get(i - 1).to() == own.from() && foreign(candidates.get(i - 1), own)
        && !document.token(own.from()).afterBreak() && sameSentence(candidates.get(i - 1), own)) {
      return true;
    }
    return language == Language.RU && i + 1 < candidates.size() && candidates.get(i + 1).from() == own.to()
        && foreign(candidates.get(i + 1), own) && !document.token(own.to()).afterBreak()
        && sameSentence(candidates.get(i + 1), own);
  }

  private static boolean foreign(Candidate other, Candidate own) {
    boolean sure = other.named().kind() == Kind.NAME || other.named().kind() == Kind.HOLDER;
    return sure && !other.named().parties().equals(own.named().parties());
  }

  private boolean sameSentence(Candidate a, Candidate b) {
    return document.token(a.from()).sentence() == document.token(b.from()).sentence();
  }

  /**
   * A name that several parties share is the one that is spoken of: in the sentence, else in the text. Where the text
   * names none of them for certain it is the pair's.
   */
  private boolean weakCounts(int i) {
    Candidate weak = candidates.get(i);
    String party = weak.named().parties().getFirst();
    int sentence = document.token(weak.from()).sentence();
    int here = count(counts, sentence + "/" + party);
    int sure = count(counts, party);
    int involved = 0;
    for (Party namesake : rules.parties()) {
      if (namesake.sharesName()) {
        here -= count(counts, sentence + "/" + namesake.id());
        involved += count(counts, namesake.id());
      }
    }
    return here > 0 || here == 0 && (sure >= involved || sure > 0 && sure * 3 >= involved);
  }

  private static int count(Map<String, Integer> counts, String key) {
    return counts.getOrDefault(key, 0);
  }

  /** How often each party is named for certain, in the text and in each sentence. */
  private void count() {
    for (Candidate candidate : candidates) {
      if (candidate.named().kind() == Kind.NAME || candidate.named().kind() == Kind.HOLDER) {
        for (String party : candidate.named().parties()) {
          counts.merge(party, 1, Integer::sum);
          counts.merge(document.token(candidate.from()).sentence() + "/" + party, 1, Integer::sum);
        }
      }
    }
  }
}
