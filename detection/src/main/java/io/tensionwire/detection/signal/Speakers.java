package io.tensionwire.detection.signal;

import io.tensionwire.detection.match.Marks.Mark;
import io.tensionwire.detection.party.Mention;
import io.tensionwire.detection.party.Scene;
import io.tensionwire.detection.role.RoleReader;
import io.tensionwire.detection.stance.CueMarks;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Sentence;
import io.tensionwire.detection.watch.Cues;
import io.tensionwire.detection.watch.Party.Holder;
import io.tensionwire.model.Article;
import io.tensionwire.model.Language;
import io.tensionwire.model.TextField;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who says what a sentence says: the subject of its verb of saying; in direct speech without one, who spoke last. A
 * sentence that nobody says is the writer's.
 */
final class Speakers {

  private static final String QUOTES = "\"“«‘'「『";
  /** Verbs whose object is told something: what follows them does not speak. */
  private static final Set<String> TELLING = Set.of("asked", "told", "tells", "called", "calls", "urged");
  /** "Called in", "called back": not to say a word. */
  private static final Set<String> CALLED = Set.of("to", "in", "back");
  private static final Set<String> ARTICLES = Set.of("the", "a", "an", "its", "another");
  /** In tokens. */
  private static final int LONGEST_OFFICE = 8;
  /** How many tokens may lie between a person and their office. */
  private static final int APPOSITION = 4;
  /** For how many sentences one who has spoken goes on. */
  private static final int CARRIED = 4;

  private final Article article;
  private final Language language;
  private final Document document;
  private final Scene scene;
  private final CueMarks cues;
  private final RoleReader roles;
  private final Offices offices;
  private final Headlines headlines;
  private final LocalDate day;
  private final List<String> home;
  private final @Nullable Mention[] said;

  /** Somebody speaks, but neither of the two nor anybody in office. */
  private static final Mention NOBODY = new Mention(List.of(), null, 0, 0);

  Speakers(Article article, Language language, Document document, Scene scene, CueMarks cues, RoleReader roles) {
    this.article = article;
    this.language = language;
    this.document = document;
    this.scene = scene;
    this.cues = cues;
    this.roles = roles;
    this.offices = new Offices(article, language, document, cues, roles);
    this.headlines = new Headlines(article, language, document, scene, roles);
    this.day = LocalDate.ofInstant(article.eventAt(), ZoneOffset.UTC);
    this.home = dateline();
    this.said = new Mention[document.sentences().size()];
    follow();
  }

  /** Who says the sentence, or {@code null}. */
  @Nullable Mention mention(int sentence) {
    return said[sentence];
  }

  /** The holder's name, "former" where the office was somebody else's on the article's day; else the office as it stands. */
  @Nullable String of(int sentence) {
    Mention mention = said[sentence];
    if (mention == null) {
      return null;
    }
    Holder holder = mention.holder();
    if (holder != null) {
      return holder.inOffice(day) ? holder.id() : "former " + holder.office() + " " + holder.id();
    }
    return offices.around(mention);
  }

  /** Direct speech over several sentences is whose the next one says it is; else who spoke last goes on. */
  private void follow() {
    Mention last = null;
    int lastAt = -CARRIED;
    int open = -1;
    for (Sentence sentence : document.sentences()) {
      int i = sentence.index();
      boolean says = cues.has(i, Cues.SPEECH);
      boolean opens = opensQuote(sentence);
      Mention own = says ? own(i) : null;
      if (own == NOBODY) {
        open = -1;
        last = null;
        continue;
      }
      if (own == null && sentence.field() == TextField.TITLE) {
        own = headlines.speaker(sentence);
      }
      if (own != null && !opens && open >= 0 && i - open <= CARRIED) {
        for (int quoted = open; quoted < i; quoted++) {
          said[quoted] = own;
        }
      }
      if (own == null && i - lastAt <= CARRIED
          && (opens || says && (it(sentence) || scene.mentions(i).isEmpty() || pronoun(sentence)))) {
        own = last;
      }
      open = says ? -1 : opens ? i : open;
      said[i] = own;
      Mention host = own == null && says ? host(i) : null;
      if (host != null) {
        last = host;
        lastAt = i;
      }
      if (own != null && says) {
        last = own;
        lastAt = i;
      }
    }
  }

  /** The country from whose capital a text is written: whose ministry "the ministry" is. */
  private List<String> dateline() {
    for (Sentence sentence : document.sentences()) {
      List<Mention> mentions = scene.mentions(sentence.index());
      if (sentence.field() != TextField.TITLE && sentence.place() == 0 && !mentions.isEmpty()) {
        Mention first = mentions.getFirst();
        boolean opens = first.from() == sentence.from() && first.to() < sentence.to();
        String after = opens ? between(sentence, first.to()) : "";
        return after.contains("--") || after.contains("—") || after.contains("–") ? first.parties() : List.of();
      }
    }
    return List.of();
  }

  /** What stands before a token. */
  private String between(Sentence sentence, int token) {
    String field = offices.field(sentence);
    return field.substring(document.token(token - 1).end(), document.token(token).start());
  }

  private @Nullable Mention own(int sentence) {
    Mention found = null;
    for (Mark mark : cues.in(sentence, Cues.SPEECH)) {
      if (roles.quoted(mark.from())) {
        continue;
      }
      String last = document.token(mark.to() - 1).word();
      if (summons(sentence, mark) || language == Language.EN && passive(mark)) {
        continue;
      }
      Mention plain = language == Language.EN ? plain(sentence, mark) : null;
      if (plain != null) {
        return plain;
      }
      List<Mention> agents = last.equals("to") ? List.of()
          : last.startsWith("따르") ? roles.of(mark.from(), mark.to()).recipients()
          : roles.of(mark.from(), mark.to()).agents();
      if (jointly(agents) || obliged(mark, agents)) {
        continue;
      }
      boolean asks = language == Language.EN && TELLING.contains(last) && !document.token(mark.from()).afterBreak();
      Mention after = asks ? null : agents.isEmpty() ? following(sentence, mark)
          : document.token(mark.from()).afterBreak() ? next(following(sentence, mark), mark) : null;
      Mention agent = after != null ? after : agents.isEmpty() ? null : named(sentence, agents);
      if (agent != null && (found == null || found.holder() == null && agent.holder() != null)) {
        found = agent;
      }
    }
    return found;
  }

  /** What both say or agree is nobody's word. */
  private static boolean jointly(List<Mention> agents) {
    return agents.stream().map(Mention::parties).distinct().count() > 1;
  }

  /** "러시아가 책임을 져야 한다고 했다": the one that must do it is not who says so. */
  private boolean obliged(Mark verb, List<Mention> agents) {
    if (language != Language.KO || agents.isEmpty() || verb.from() < 2) {
      return false;
    }
    String must = document.token(verb.from() - 1).word();
    String subject = document.token(agents.getFirst().to() - 1).word();
    return must.startsWith("한다") && document.token(verb.from() - 2).word().endsWith("야")
        && (subject.endsWith("가") || subject.endsWith("이"));
  }

  /** Who calls an envoy in: what follows is mostly what is told there. */
  private @Nullable Mention host(int sentence) {
    for (Mark mark : cues.in(sentence, Cues.SPEECH)) {
      List<Mention> agents = summons(sentence, mark) ? roles.of(mark.from(), mark.to()).agents() : List.of();
      if (agents.size() == 1) {
        return agents.getFirst();
      }
    }
    return null;
  }

  /** "Was told", "had been told". */
  private boolean passive(Mark verb) {
    String before = verb.from() > 0 ? document.token(verb.from() - 1).word() : "";
    return before.equals("was") || before.equals("were") || before.equals("been");
  }

  /** "Called in", "called to the ministry": nobody speaks. */
  private boolean summons(int sentence, Mark mark) {
    String word = document.token(mark.to() - 1).word();
    boolean calls = language == Language.EN && (word.startsWith("call") || word.equals("told"));
    int next = mark.to();
    return calls && next < document.sentence(sentence).to() && CALLED.contains(document.token(next).word());
  }

  /**
   * A subject that names no party: "..., the trade ministry said", "a deputy adviser told reporters". An office is one of
   * the country that the text is written from; anybody else is nobody of the two. A pronoun says nothing.
   */
  private @Nullable Mention plain(int sentence, Mark verb) {
    int from = verb.from();
    Sentence there = document.sentence(sentence);
    while (from > there.from() && !document.token(from).afterBreak() && !roles.quoted(from - 1)) {
      from--;
    }
    int to = verb.from();
    if (from == to) {
      from = verb.to();
      to = from;
      while (to < there.to() && !document.token(to).afterBreak() && to - from < LONGEST_OFFICE) {
        to++;
      }
    }
    Mention seat = seat(sentence, from, to);
    if (to - from < 1 || to - from > LONGEST_OFFICE || seat == null && names(sentence, from, to)) {
      return null;
    }
    int first = ARTICLES.contains(document.token(from).word()) ? from + 1 : from;
    for (String name : Offices.CLASSES) {
      for (Mark mark : cues.in(sentence, name)) {
        if (mark.from() >= first && mark.to() <= to) {
          return new Mention(seat == null ? home : seat.parties(), null, first, Math.max(mark.to(), offices.lastIn(sentence, first, to)));
        }
      }
    }
    return first > from ? NOBODY : null;
  }

  /** The one name of a phrase, where it only says in which capital: "the foreign ministry in Seoul". */
  private @Nullable Mention seat(int sentence, int from, int to) {
    List<Mention> here = scene.mentions(sentence).stream()
        .filter(mention -> mention.from() < to && mention.to() > from).toList();
    boolean in = here.size() == 1 && here.getFirst().from() > from
        && document.token(here.getFirst().from() - 1).word().equals("in");
    return in ? here.getFirst() : null;
  }

  private boolean names(int sentence, int from, int to) {
    return scene.mentions(sentence).stream().anyMatch(mention -> mention.from() < to && mention.to() > from);
  }

  /** The person among them, or beside them: "Maria Zakharova, Russia's foreign ministry spokeswoman". */
  private Mention named(int sentence, List<Mention> agents) {
    Mention first = agents.getFirst();
    for (Mention mention : agents) {
      if (mention.holder() != null) {
        return mention;
      }
    }
    for (Mention mention : scene.mentions(sentence)) {
      boolean beside = mention.to() <= first.from() ? first.from() - mention.to() <= APPOSITION
          : mention.from() - first.to() <= APPOSITION;
      if (beside && mention.holder() != null && mention.parties().equals(first.parties())) {
        return mention;
      }
    }
    return first;
  }

  /** "said Zinoviev", "according to the Russian ambassador Zinoviev". */
  private @Nullable Mention following(int sentence, Mark verb) {
    Mention near = null;
    for (Mention mention : scene.mentions(sentence)) {
      int gap = mention.from() - verb.to();
      if (gap >= 0 && !(language == Language.RU && roles.told(mention)) && gap <= (near == null ? 3 : 6)) {
        if (mention.holder() != null) {
          return mention;
        }
        near = near == null ? mention : near;
      }
    }
    return near;
  }

  /** "..., said the Russian ambassador", but not "..., says position unchanged after Russia talks". */
  private @Nullable Mention next(@Nullable Mention following, Mark verb) {
    if (following == null || language != Language.EN || following.holder() != null) {
      return following;
    }
    int gap = following.from() - verb.to();
    return gap == 0 || gap == 1 && ARTICLES.contains(document.token(verb.to()).word()) ? following : null;
  }

  static boolean opensQuote(Sentence sentence) {
    char first = sentence.text().isEmpty() ? ' ' : sentence.text().charAt(0);
    return QUOTES.indexOf(first) >= 0;
  }

  /** "It said": the one that spoke or acted last. */
  private boolean it(Sentence sentence) {
    return language == Language.EN && document.token(sentence.from()).word().equals("it");
  }

  private boolean pronoun(Sentence sentence) {
    for (int i = sentence.from(); i < sentence.to(); i++) {
      switch (document.token(i).word()) {
        case "he", "she", "they", "그는", "그녀는", "그가", "그도", "он", "она", "они" -> {
          return true;
        }
        default -> { }
      }
    }
    return false;
  }
}
