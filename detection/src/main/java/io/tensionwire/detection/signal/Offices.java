package io.tensionwire.detection.signal;

import io.tensionwire.detection.match.Marks.Mark;
import io.tensionwire.detection.party.Mention;
import io.tensionwire.detection.role.RoleReader;
import io.tensionwire.detection.stance.CueMarks;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Sentence;
import io.tensionwire.model.Article;
import io.tensionwire.model.Language;
import io.tensionwire.model.TextField;
import java.util.List;
import java.util.Set;

/** Offices as they stand in a text: which words around a name are one, and where it ends. */
final class Offices {

  /** The classes of a watch that name who speaks for a party, where it has them. */
  static final List<String> CLASSES = List.of("official", "envoy", "embassy");

  /** What may stand between a country and its office. */
  private static final Set<String> TITLES = Set.of(
      "foreign", "defense", "defence", "unification", "deputy", "vice", "prime", "first", "national", "presidential",
      "trade", "security", "coast", "senior", "new", "top", "consular", "military", "joint");

  private final Article article;
  private final Language language;
  private final Document document;
  private final CueMarks cues;
  private final RoleReader roles;

  Offices(Article article, Language language, Document document, CueMarks cues, RoleReader roles) {
    this.article = article;
    this.language = language;
    this.document = document;
    this.cues = cues;
    this.roles = roles;
  }

  /** Where the last office of a phrase ends. */
  int lastIn(int sentence, int from, int to) {
    int end = from;
    for (String name : CLASSES) {
      for (Mark mark : cues.in(sentence, name)) {
        end = mark.from() >= from && mark.to() <= to ? Math.max(end, mark.to()) : end;
      }
    }
    return end;
  }

  /** The words of an office around a name: "Russian Foreign Ministry", "представитель МИД РФ", "러시아 외무부 대변인". */
  String around(Mention mention) {
    int sentence = document.token(mention.from()).sentence();
    int from = language == Language.RU ? Math.min(mention.from(), roles.phrase(mention)) : mention.from();
    int to = language == Language.KO ? koreanEnd(mention) : mention.to();
    for (int end = officeEnd(sentence, to); end > to; end = officeEnd(sentence, to)) {
      to = end;
    }
    for (String name : CLASSES) {
      for (Mark mark : cues.in(sentence, name)) {
        int gap = mention.from() - mark.to();
        boolean of = gap == 0 || gap == 1 && document.token(mark.to()).word().equals("of");
        if (of && !roles.ends(mark.to() - 1) && mark.from() < from && unbroken(mark.from() + 1, mention.from())) {
          from = mark.from();
        }
      }
    }
    boolean adjective = language == Language.RU && to == mention.to() && roles.owns(mention)
        && to < document.sentence(sentence).to() && !document.token(to).afterBreak();
    to = adjective ? to + 1 : to;
    String field = field(document.sentence(sentence));
    return roles.withoutParticle(field.substring(document.token(from).start(), document.token(to - 1).end()));
  }

  private int koreanEnd(Mention mention) {
    int end = Math.max(mention.to(), roles.phraseEnd(mention));
    for (int i = mention.to(); i < end; i++) {
      if (document.token(i).afterBreak() || roles.quoted(i) != roles.quoted(mention.from())) {
        return mention.to();
      }
    }
    return end;
  }

  /** The whole text that a sentence stands in. */
  String field(Sentence sentence) {
    return sentence.field() == TextField.TITLE ? article.title()
        : sentence.field() == TextField.SUMMARY ? article.summary() : article.body();
  }

  /** Where an office goes on after a token: "Russian [deputy foreign minister]". */
  private int officeEnd(int sentence, int to) {
    if (roles.ends(to - 1)) {
      return to;
    }
    int titled = to;
    while (titled < document.sentence(sentence).to() && TITLES.contains(document.token(titled).word())) {
      titled++;
    }
    for (String name : CLASSES) {
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
