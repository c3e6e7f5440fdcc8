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
  /** The classes of a watch that name who speaks for a party, where it has them. */
  private static final List<String> OFFICES = List.of("official", "envoy", "embassy");

  private static final String QUOTES = "\"“«‘'「『";

  private static final int APPOSITION = 4;
  private static final int CARRIED = 4;
  private static final Set<String> TITLES = Set.of(
      "foreign", "defense", "defence", "unification", "deputy", "vice", "prime", "first", "national", "presidential",
      "trade", "security", "coast", "senior", "new", "top", "consular", "military", "joint");

  private final Article article;
  private final Language language;
  private final Document document;
  private final Scene scene;
  private final CueMarks cues;
  private final RoleReader roles;
  private final LocalDate day;
  private final @Nullable Mention[] said;

  Speakers(Article article, Language language, Document document, Scene scene, CueMarks cues, RoleReader roles) {
    this.article = article;
    this.language = language;
    this.document = document;
    this.scene = scene;
    this.cues = cues;
    this.roles = roles;
    this.day = LocalDate.ofInstant(article.eventAt(), ZoneOffset.UTC);
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
    return office(mention);
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
      if (own == null && sentence.field() == TextField.TITLE) {
        own = inHeadline(sentence);
      }
      if (own != null && !opens && open >= 0 && i - open <= CARRIED) {
        for (int quoted = open; quoted < i; quoted++) {
          said[quoted] = own;
        }
      }
      if (own == null && i - lastAt <= CARRIED
          && (opens || says && (scene.mentions(i).isEmpty() || pronoun(sentence)))) {
        own = last;
      }
      open = says ? -1 : opens ? i : open;
      said[i] = own;
      if (own != null && says) {
        last = own;
        lastAt = i;
      }
    }
  }

  /** Headlines leave the verb out: a name and a colon; in Korean a name and a quotation. */
  private @Nullable Mention inHeadline(Sentence sentence) {
    for (Mention mention : scene.mentions(sentence.index())) {
      String after = article.title().substring(document.token(mention.to() - 1).end()).stripLeading();
      boolean quotes = language == Language.KO && !after.isEmpty() && QUOTES.indexOf(after.charAt(0)) >= 0;
      if ((quotes || after.startsWith(":")) && !roles.quoted(mention.from())) {
        return mention;
      }
    }
    return null;
  }

  private @Nullable Mention own(int sentence) {
    Mention found = null;
    for (Mark mark : cues.in(sentence, Cues.SPEECH)) {
      if (roles.quoted(mark.from())) {
        continue;
      }
      String last = document.token(mark.to() - 1).word();
      List<Mention> agents = last.equals("to") ? List.of()
          : last.startsWith("따르") ? roles.of(mark.from(), mark.to()).recipients()
          : roles.of(mark.from(), mark.to()).agents();
      Mention after = agents.isEmpty() || document.token(mark.from()).afterBreak() ? following(sentence, mark.to()) : null;
      Mention agent = after != null ? after : agents.isEmpty() ? null : named(sentence, agents);
      if (agent != null && (found == null || found.holder() == null && agent.holder() != null)) {
        found = agent;
      }
    }
    return found;
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
  private @Nullable Mention following(int sentence, int to) {
    Mention near = null;
    for (Mention mention : scene.mentions(sentence)) {
      int gap = mention.from() - to;
      if (gap >= 0 && gap <= (near == null ? 3 : 6)) {
        if (mention.holder() != null) {
          return mention;
        }
        near = near == null ? mention : near;
      }
    }
    return near;
  }

  private static boolean opensQuote(Sentence sentence) {
    char first = sentence.text().isEmpty() ? ' ' : sentence.text().charAt(0);
    return QUOTES.indexOf(first) >= 0;
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

  /** The words of an office around a name: "Russian Foreign Ministry", "представитель МИД РФ", "러시아 외무부 대변인". */
  private String office(Mention mention) {
    int sentence = document.token(mention.from()).sentence();
    int from = mention.from();
    int to = mention.to();
    for (int end = officeEnd(sentence, to); end > to; end = officeEnd(sentence, to)) {
      to = end;
    }
    for (String name : OFFICES) {
      for (Mark mark : cues.in(sentence, name)) {
        int gap = mention.from() - mark.to();
        boolean of = gap == 0 || gap == 1 && document.token(mark.to()).word().equals("of");
        if (of && mark.from() < from && unbroken(mark.from() + 1, mention.from())) {
          from = mark.from();
        }
      }
    }
    Sentence there = document.sentence(sentence);
    String field = there.field() == TextField.TITLE ? article.title()
        : there.field() == TextField.SUMMARY ? article.summary() : article.body();
    return roles.withoutParticle(field.substring(document.token(from).start(), document.token(to - 1).end()));
  }

  /** Where an office goes on after a token: "Russian [deputy foreign minister]". */
  private int officeEnd(int sentence, int to) {
    int titled = to;
    while (titled < document.sentence(sentence).to() && TITLES.contains(document.token(titled).word())) {
      titled++;
    }
    for (String name : OFFICES) {
      for (Mark mark : cues.in(sentence, name)) {
        if (mark.from() >= to && mark.from() <= titled && mark.to() > to && unbroken(to, mark.to() - 1)) {
          return mark.to();
        }
      }
    }
    return to;
  }

  private boolean unbroken(int from, int to) {
    for (int i = from; i <= to; i++) {
      if (document.token(i).afterBreak()) {
        return false;
      }
    }
    return true;
  }
}
