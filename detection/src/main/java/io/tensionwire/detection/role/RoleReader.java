package io.tensionwire.detection.role;

import io.tensionwire.detection.party.Mention;
import io.tensionwire.detection.party.Scene;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Sentence;
import io.tensionwire.model.Language;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the roles in one document. Its sentences are prepared one at a time: ask in their order. */
public final class RoleReader {
  private static final int REACH = 8;
  private static final Set<String> WE = Set.of("we", "our", "us", "우리는", "우리가", "우리의", "우리도", "мы", "наш", "наша", "наши", "нам");

  private final Document document;
  private final Scene scene;
  private final Language language;
  private final Grammar grammar;
  private int prepared = -1;
  private @Nullable Wording wording;
  private List<Part> parts = List.of();

  public RoleReader(Document document, Language language, Scene scene) {
    this.document = document;
    this.scene = scene;
    this.language = language;
    this.grammar = switch (language) {
      case KO -> new KoreanGrammar();
      case RU -> new RussianGrammar();
      default -> new EnglishGrammar();
    };
  }

  /** Agent and recipient of the words from one token up to another, all in one sentence. */
  public Roles of(int from, int to) {
    if (scene.mentions(document.token(from).sentence()).isEmpty()) {
      return Roles.UNKNOWN;
    }
    Wording words = prepare(from);
    return grammar.roles(words, parts, from, to);
  }

  /**
   * Agent and recipient where somebody is known to speak: "we" in a quotation is the speaker's party.
   *
   * @param speaker a mention of who says the sentence
   */
  public Roles of(int from, int to, @Nullable Mention speaker) {
    Roles roles = of(from, to);
    if (speaker == null || !quoted(from)) {
      return roles;
    }
    Wording words = prepare(from);
    for (int i = from - 1; i >= Math.max(words.start(), from - REACH) && words.quoted(i); i--) {
      if (WE.contains(words.word(i))) {
        return new Roles(List.of(speaker), roles.recipients().equals(List.of(speaker)) ? List.of() : roles.recipients());
      }
    }
    return roles;
  }

  /** Whether a token stands in direct speech. */
  public boolean quoted(int token) {
    return prepare(token).quoted(token);
  }

  /** Whether a name owns the noun right behind it: an adjective or a genitive, not one that only stands there. */
  public boolean owns(Mention mention) {
    Wording words = prepare(mention.from());
    String last = words.word(mention.to() - 1);
    return switch (language) {
      case KO -> KoreanParticle.of(last) == Link.OF;
      case RU -> RussianWords.adjective(last);
      default -> words.possessive(mention.to() - 1) || last.endsWith("an");
    };
  }

  /** Whether a name belongs to the noun right before it. */
  public boolean belongs(Mention mention) {
    Wording words = prepare(mention.from());
    return parts.stream().anyMatch(part -> part.mention() == mention && part.governor() == mention.from() - 1
        && !RussianWords.PREPOSITIONS.contains(words.word(mention.from() - 1)));
  }

  /** The first token of the noun phrase that a name stands in. */
  public int phrase(Mention mention) {
    prepare(mention.from());
    return parts.stream().filter(part -> part.mention() == mention && part.with() < 0).mapToInt(Part::from).findFirst()
        .orElse(mention.from());
  }

  /** The token after the noun phrase that a name stands in, where a subject's particle ends it. */
  public int phraseEnd(Mention mention) {
    prepare(mention.from());
    return parts.stream().filter(part -> part.mention() == mention && (part.link() == Link.TOPIC || part.link() == Link.SUBJECT))
        .mapToInt(Part::to).findFirst().orElse(mention.to());
  }

  /** Whether a name is where something is or who is posted there, not who acts: "in Seoul", "to Moscow". */
  public boolean aside(Mention mention) {
    prepare(mention.from());
    return parts.stream().anyMatch(part -> part.mention() == mention && (part.link() == Link.POSTING
        || part.link() == Link.AT || part.link() == Link.OTHER));
  }

  /** Whether a name is whom something is said or done to. */
  public boolean told(Mention mention) {
    prepare(mention.from());
    return parts.stream().anyMatch(part -> part.mention() == mention && (part.link() == Link.OBJECT || part.link() == Link.TO));
  }

  /** Whether a word of a noun phrase ends it, by its particle. */
  public boolean ends(int token) {
    Link link = language == Language.KO ? KoreanParticle.of(prepare(token).word(token)) : null;
    return link != null && link != Link.OF;
  }

  /** A noun phrase as it is named by itself: without its particle, in the nominative. */
  public String withoutParticle(String phrase) {
    return switch (language) {
      case KO -> KoreanParticle.cut(phrase);
      case RU -> RussianNominative.of(phrase);
      default -> phrase;
    };
  }

  private Wording prepare(int token) {
    Sentence sentence = document.sentenceOf(token);
    Wording words = wording;
    if (words == null || prepared != sentence.index()) {
      words = new Wording(document, sentence);
      wording = words;
      parts = grammar.parts(words, scene.mentions(sentence.index()));
      prepared = sentence.index();
    }
    return words;
  }
}
