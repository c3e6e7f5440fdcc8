package io.tensionwire.detection.signal;

import io.tensionwire.detection.match.Hit;
import io.tensionwire.detection.match.Phrase;
import io.tensionwire.detection.party.Mention;
import io.tensionwire.detection.party.Scene;
import io.tensionwire.detection.role.RoleReader;
import io.tensionwire.detection.role.Roles;
import io.tensionwire.detection.stance.CueMarks;
import io.tensionwire.detection.stance.Currency;
import io.tensionwire.detection.stance.StanceReader;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Sentence;
import io.tensionwire.detection.watch.Act;
import io.tensionwire.detection.watch.Cues;
import io.tensionwire.detection.watch.SignalRule;
import io.tensionwire.detection.watch.Target;
import io.tensionwire.detection.watch.Topic;
import io.tensionwire.detection.watch.Vocabulary;
import io.tensionwire.detection.watch.Vocabulary.SignalPhrase;
import io.tensionwire.detection.watch.WatchRules;
import io.tensionwire.model.Article;
import io.tensionwire.model.Category;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Language;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Signal;
import io.tensionwire.model.Stance;
import io.tensionwire.model.TextField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the phrases that were found into their context and keeps those that are the pair's. */
public final class SignalFinder {
  private static final int FARTHEST = 22;

  /** The object of an act stands nearer to its verb than the other words of a phrase may. */
  private static final int NEAR = 10;

  /** An act of which the sentence names one side, and the context the other. */
  private static final double HALF_SAID = 0.85;
  private static final List<Category> ACCUSING = List.of(Category.DIPLOMATIC_PROTEST, Category.HOSTILE_RHETORIC);
  private static final Set<Category> ACCUSED = EnumSet.of(Category.CYBER_INTERFERENCE, Category.DETENTION_ESPIONAGE);
  private static final int EVIDENCE_GAP = 10;
  private static final int MOST_SIGNALS = 60;

  /** Of the places where a sentence has the same words so many are weighed: one repeated word costs no more. */
  private static final int MOST_PLACES = 6;

  private final Article article;
  private final Language language;
  private final Document document;
  private final Vocabulary vocabulary;
  private final WatchRules rules;
  private final Scene scene;
  private final CueMarks cues;
  private final Relation relation;
  private final RoleReader roles;
  private @Nullable Speakers speakers;
  private final Attribution attribution;
  private final StanceReader stances;
  private final Currency currency;

  /** Where the clauses of the sentence in hand stand, by target; the clauses of a phrase are targets in a row. */
  private final List<@Nullable List<Hit>> hits;

  private final Map<Integer, List<Topic>> topics = new HashMap<>();
  private final Map<String, Found> best = new HashMap<>();

  public SignalFinder(
      Article article, Language language, Document document, Vocabulary vocabulary, WatchRules rules, Scene scene,
      CueMarks cues, Genre genre) {
    this.article = article;
    this.language = language;
    this.document = document;
    this.vocabulary = vocabulary;
    this.rules = rules;
    this.scene = scene;
    this.cues = cues;
    this.hits = new ArrayList<>(Collections.nCopies(vocabulary.targets(), null));
    this.relation = new Relation(document, rules, scene, genre == Genre.ROUNDUP);
    this.roles = new RoleReader(document, language, scene);
    this.attribution = new Attribution(document, language, rules, scene, cues, roles);
    this.stances = new StanceReader(document, language, cues);
    this.currency = new Currency(article, document, cues);
  }

  /** The signals, in the order of the text; of one category at most one in a sentence. */
  public List<Found> find(List<Hit> found, Set<Topic> ofText) {
    List<Hit> clauses = new ArrayList<>();
    for (Hit hit : found) {
      switch (vocabulary.target(hit.target())) {
        case Target.ClauseOf clause -> clauses.add(hit);
        case Target.Of(Topic topic) when topic.sentence() ->
            topics.computeIfAbsent(document.token(hit.from()).sentence(), s -> new ArrayList<>()).add(topic);
        default -> { }
      }
    }
    clauses.sort(Comparator.comparingInt(hit -> document.token(hit.from()).sentence()));
    for (int from = 0; from < clauses.size(); ) {
      int to = endOfSentence(clauses, from);
      judgeSentence(clauses.subList(from, to), ofText);
      from = to;
    }
    boolean plain = best.values().stream().anyMatch(signal -> !signal.rule().faint());
    return best.values().stream().filter(signal -> !taken(signal) && !(plain && signal.rule().faint()))
        .sorted((a, b) -> a.sentence().index() != b.sentence().index()
            ? Integer.compare(a.sentence().index(), b.sentence().index())
            : a.signal().start() != b.signal().start() ? Integer.compare(a.signal().start(), b.signal().start())
            : a.rule().id().compareTo(b.rule().id()))
        .limit(MOST_SIGNALS).map(this::accused).toList();
  }

  /** Whoever accuses somebody of a deed, or protests one, did not do it. */
  private Found accused(Found found) {
    Signal signal = found.signal();
    String from = signal.from();
    if (from == null || !rules.pair().contains(from) || !ACCUSED.contains(found.rule().category())) {
      return found;
    }
    for (Category category : ACCUSING) {
      Found accusation = best.get(found.sentence().index() + "/" + category);
      if (accusation != null && from.equals(accusation.signal().from()) && accusation.closeness() > 0) {
        return new Found(between(signal, other(from), from), found.rule(), found.sentence(), found.closeness());
      }
    }
    return found;
  }

  private String other(String party) {
    return party.equals(rules.pair().get(0)) ? rules.pair().get(1) : rules.pair().get(0);
  }

  private static Signal between(Signal signal, @Nullable String from, @Nullable String to) {
    return new Signal(
        signal.id(), signal.category(), signal.polarity(), signal.stance(), signal.current(), signal.phrase(),
        signal.sentence(), signal.sentenceStart(), signal.field(), signal.start(), signal.end(), from, to,
        signal.speaker(), signal.deniedBy(), signal.weight(), signal.articleId(), signal.language());
  }

  /** What is praised for not being done is no news of its being done. */
  private boolean taken(Found found) {
    if (found.rule().firm() || found.rule().category().polarity() == Polarity.DEESCALATION) {
      return false;
    }
    Found eases = best.get(found.sentence().index() + "/" + Category.NORMALISATION);
    return eases != null && eases.rule().firm()
        && eases.signal().start() < found.signal().end() && found.signal().start() < eases.signal().end();
  }

  private int endOfSentence(List<Hit> clauses, int from) {
    int sentence = document.token(clauses.get(from).from()).sentence();
    int to = from + 1;
    while (to < clauses.size() && document.token(clauses.get(to).from()).sentence() == sentence) {
      to++;
    }
    return to;
  }

  /** The clauses of one sentence are laid out by what they were looked for, judged, and put away again. */
  private void judgeSentence(List<Hit> clauses, Set<Topic> ofText) {
    List<Hit> anchors = new ArrayList<>();
    for (Hit hit : clauses) {
      List<Hit> places = hits.get(hit.target());
      if (places == null) {
        places = new ArrayList<>(2);
        hits.set(hit.target(), places);
      }
      if (places.size() < MOST_PLACES) {
        places.add(hit);
        if (((Target.ClauseOf) vocabulary.target(hit.target())).clause() == 0) {
          anchors.add(hit);
        }
      }
    }
    for (Hit anchor : anchors) {
      judge(anchor, ofText);
    }
    for (Hit hit : clauses) {
      hits.set(hit.target(), null);
    }
  }

  private void judge(Hit anchor, Set<Topic> ofText) {
    SignalPhrase phrase = vocabulary.phrase(((Target.ClauseOf) vocabulary.target(anchor.target())).phrase());
    SignalRule rule = phrase.rule();
    Act act = phrase.act();
    Sentence sentence = document.sentenceOf(anchor.from());
    List<Hit> words = new ArrayList<>();
    int[] span = span(phrase.phrase(), anchor, words, act == null ? FARTHEST : NEAR);
    if (span.length == 0 || vetoed(rule.category(), sentence.index(), ofText)) {
      return;
    }
    Roles inSentence = roles.of(anchor.from(), anchor.to(), speakers().mention(sentence.index()));
    Between between =
        act == null ? Between.ofWords(rule, inSentence, rules) : Between.of(act, inSentence, rules);
    if (between == null) {
      return;
    }
    double closeness = relation.closeness(rule, sentence, span[0], span[1], between.certain() && act != null);
    if (closeness == 0 || rule.faint() && closeness < Relation.BOTH) {
      return;
    }
    if (act != null && !between.certain()) {
      closeness *= HALF_SAID;
    }
    Stance stance = stances.read(rule, sentence.index(), words, span[0], span[1]);
    boolean asked = rule.category().polarity() == Polarity.DEESCALATION && sentence.field() != TextField.TITLE
        && cues.has(sentence.index(), Cues.QUESTION);
    if (asked) {
      return;
    }
    Found signal = new Found(
        signal(rule, act, sentence, between, span, stance), rule, sentence, closeness);
    best.merge(sentence.index() + "/" + rule.category(), signal, SignalFinder::joined);
  }

  /** The better of two, with the direction of the other where only one party can have said those words. */
  private static Found joined(Found a, Found b) {
    Found better = better(a, b);
    Found other = better == a ? b : a;
    boolean overlap = a.signal().start() < b.signal().end() && b.signal().start() < a.signal().end();
    boolean open = better.signal().from() == null && better.signal().to() == null;
    return overlap && open && other.rule().from() != null
        ? new Found(between(better.signal(), other.signal().from(), other.signal().to()), better.rule(), better.sentence(),
            better.closeness())
        : better;
  }

  /**
   * Of words that overlap those that hold their own "not", then the longer ("not left without an answer"), or what
   * denies them; else the one that counts, then the heavier, then the first in the text, then by name, then the one that says
   * more of who acts on whom.
   */
  private static Found better(Found a, Found b) {
    boolean overlap = a.signal().start() < b.signal().end() && b.signal().start() < a.signal().end();
    int byWeight = Boolean.compare(a.counts(), b.counts());
    if (overlap && a.rule().firm() != b.rule().firm()) {
      return a.rule().firm() ? a : b;
    }
    if (overlap && negated(a) != negated(b)) {
      int byLength = Integer.compare(a.signal().end() - a.signal().start(), b.signal().end() - b.signal().start());
      return byLength > 0 || byLength == 0 && negated(a) ? a : b;
    }
    if (byWeight == 0) {
      byWeight = Integer.compare(a.rule().weight(), b.rule().weight());
    }
    if (byWeight == 0) {
      byWeight = Integer.compare(b.signal().start(), a.signal().start());
    }
    if (byWeight == 0) {
      byWeight = Integer.compare(a.signal().end(), b.signal().end());
    }
    if (byWeight == 0) {
      byWeight = b.rule().id().compareTo(a.rule().id());
    }
    if (byWeight == 0) {
      byWeight = Double.compare(a.closeness(), b.closeness());
    }
    if (byWeight == 0) {
      byWeight = direction(a).compareTo(direction(b));
    }
    return byWeight >= 0 ? a : b;
  }

  /** Orders the readings of the same words by several phrases: one that knows who acts on whom goes last. */
  private static String direction(Found found) {
    return found.signal().from() + " " + found.signal().to() + " " + found.signal().stance();
  }

  /** Whether a clause is only a party's name: to deny something near a name does not deny what is said of it. */
  private boolean party(Phrase.Clause clause) {
    return clause.elements().getFirst() instanceof Phrase.Element.Named(List<String> names)
        && names.stream().anyMatch(name -> name.equals("pair")
            || rules.parties().stream().anyMatch(party -> party.id().equals(name)));
  }

  private static boolean negated(Found found) {
    return found.signal().stance() == Stance.NEGATED;
  }

  /** The tokens that are the evidence, or nothing where a clause is missing or a forbidden one is there. */
  private int[] span(Phrase phrase, Hit anchor, List<Hit> words, int farthest) {
    words.add(anchor);
    int from = anchor.from();
    int to = anchor.to();
    for (int clause = 1; clause < phrase.clauses().size(); clause++) {
      Hit nearest = null;
      boolean anywhere = phrase.clauses().get(clause).absent() || party(phrase.clauses().get(clause));
      int distance = (anywhere ? FARTHEST : farthest) + 1;
      List<Hit> places = hits.get(anchor.target() + clause);
      for (Hit hit : places == null ? List.<Hit>of() : places) {
        int here = hit.to() <= anchor.from() ? anchor.from() - hit.to() : Math.max(0, hit.from() - anchor.to());
        if (here < distance) {
          distance = here;
          nearest = hit;
        }
      }
      if (phrase.clauses().get(clause).absent() != (nearest == null)) {
        return new int[0];
      }
      if (nearest != null && !party(phrase.clauses().get(clause))) {
        words.add(nearest);
      }
      if (nearest != null && distance <= EVIDENCE_GAP) {
        from = Math.min(from, nearest.from());
        to = Math.max(to, nearest.to());
      }
    }
    return new int[] {from, to};
  }

  /** Ministers who talk about an epidemic still talk: where the title says so of the two, its subject is no veto. */
  private boolean vetoed(Category category, int sentence, Set<Topic> ofText) {
    boolean talksInTitle =
        category == Category.DIALOGUE && document.sentence(sentence).title() && scene.titleIsThePairs();
    return ofText.stream().anyMatch(topic -> topic.categories().contains(category) && !(talksInTitle && !topic.vetoesAll()))
        || topics.getOrDefault(sentence, List.of()).stream().anyMatch(topic -> topic.categories().contains(category));
  }

  private Signal signal(
      SignalRule rule, @Nullable Act act, Sentence sentence, Between between, int[] span, Stance stance) {
    int start = document.token(span[0]).start();
    int end = document.token(span[1] - 1).end();
    Mention speaker = speakers().mention(sentence.index());
    Direction direction = attribution.of(rule, act, between, sentence, stance, speaker, span[0], span[1]);
    String field = switch (sentence.field()) {
      case TITLE -> article.title();
      case SUMMARY -> article.summary();
      case BODY -> article.body();
    };
    return new Signal(
        rule.id(), rule.category(), rule.category().polarity(), stance, currency.current(rule, sentence, scene.opensAtOnce()),
        field.substring(start, end), sentence.text(), sentence.start(), sentence.field(), start, end, direction.from(),
        direction.to(), speakers().of(sentence.index()), deniedBy(rule, stance, sentence, direction), rule.weight(), article.id(), language);
  }

  /** Who of the two is the subject of a denial, or says it. */
  private @Nullable String denier(int sentence, int from, int to) {
    List<String> agents = roles.of(from, to).from();
    Mention speaker = speakers().mention(sentence);
    List<String> parties = !agents.isEmpty() ? agents : speaker == null ? List.of() : speaker.parties();
    return parties.size() == 1 && rules.pair().contains(parties.getFirst()) ? parties.getFirst() : null;
  }

  private Speakers speakers() {
    Speakers known = speakers;
    if (known == null) {
      known = new Speakers(article, language, document, scene, cues, new RoleReader(document, language, scene));
      speakers = known;
    }
    return known;
  }

  /** Nobody denies that a threat, a protest or a demand was made, nor his own words. */
  private @Nullable String deniedBy(SignalRule rule, Stance stance, Sentence sentence, Direction direction) {
    boolean spoken = Attribution.spoken(rule.category());
    if (stance == Stance.DEMANDED || spoken && rule.category() != Category.HOSTILE_RHETORIC) {
      return null;
    }
    String denier = deniedBy(sentence);
    return spoken && denier != null && denier.equals(direction.from()) ? null : denier;
  }

  /** The party named last before the words that deny, in this sentence or at the start of the next. */
  private @Nullable String deniedBy(Sentence sentence) {
    for (int i = sentence.index(); i <= sentence.index() + 1 && i < document.sentences().size(); i++) {
      for (var mark : cues.in(i, Cues.DENIAL)) {
        String denier = denier(i, mark.from(), mark.to());
        if (denier != null) {
          return denier;
        }
        String last = null;
        String following = null;
        for (Mention mention : scene.mentions(i)) {
          if (mention.parties().size() == 1 && rules.pair().contains(mention.parties().getFirst())) {
            if (mention.from() < mark.from()) {
              last = mention.parties().getFirst();
            } else if (following == null) {
              following = mention.parties().getFirst();
            }
          }
        }
        return last != null ? last : following;
      }
    }
    return null;
  }
}
