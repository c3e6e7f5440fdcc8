package io.tensionwire.detection.role;

import io.tensionwire.detection.party.Mention;
import io.tensionwire.detection.party.Scene;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Sentence;
import io.tensionwire.model.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the roles in one document. Its sentences are prepared one at a time: ask in their order. */
public final class RoleReader {
  private final Document document;
  private final Scene scene;
  private final Grammar grammar;
  private int prepared = -1;
  private @Nullable Wording wording;
  private List<Part> parts = List.of();

  public RoleReader(Document document, Language language, Scene scene) {
    this.document = document;
    this.scene = scene;
    this.grammar = switch (language) {
      case KO -> new KoreanGrammar();
      case RU -> new RussianGrammar();
      default -> new EnglishGrammar();
    };
  }

  /** Agent and recipient of the words from one token up to another, all in one sentence. */
  public Roles of(int from, int to) {
    Sentence sentence = document.sentenceOf(from);
    List<Mention> mentions = scene.mentions(sentence.index());
    if (mentions.isEmpty()) {
      return Roles.UNKNOWN;
    }
    Wording words = wording;
    if (words == null || prepared != sentence.index()) {
      words = new Wording(document, sentence);
      wording = words;
      parts = grammar.parts(words, mentions);
      prepared = sentence.index();
    }
    return grammar.roles(words, parts, from, to);
  }
}
