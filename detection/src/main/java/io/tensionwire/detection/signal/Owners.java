package io.tensionwire.detection.signal;

import io.tensionwire.detection.match.Marks.Mark;
import io.tensionwire.detection.party.Mention;
import io.tensionwire.detection.party.Scene;
import io.tensionwire.detection.role.RoleReader;
import io.tensionwire.detection.stance.CueMarks;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Sentence;
import io.tensionwire.detection.watch.SignalRule;
import io.tensionwire.model.Category;
import io.tensionwire.model.Language;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose a noun is: a threat, a protest, the envoy or the crew that something is done to. */
final class Owners {

  private final Document document;
  private final Language language;
  private final Scene scene;
  private final CueMarks cues;
  private final RoleReader roles;
  private final Sides sides;

  Owners(Document document, Language language, Scene scene, CueMarks cues, RoleReader roles, Sides sides) {
    this.document = document;
    this.language = language;
    this.scene = scene;
    this.cues = cues;
    this.roles = roles;
    this.sides = sides;
  }

  /** Whose noun the words begin or end with: the name right before it, in Russian the one right behind. */
  @Nullable String of(SignalRule rule, Sentence sentence, int from, int to) {
    String first = victim(rule, sentence, from) ? null : at(sentence, from);
    if (first != null || victim(rule, sentence, to - 1)) {
      return first;
    }
    for (Mention mention : language == Language.RU ? scene.mentions(sentence.index()) : List.<Mention>of()) {
      if (mention.from() == to && !document.token(to).afterBreak() && roles.belongs(mention)) {
        return sides.one(mention);
      }
    }
    return to - from < 2 ? null : at(sentence, to - 1);
  }

  private boolean victim(SignalRule rule, Sentence sentence, int token) {
    return victims(rule, sentence).stream().anyMatch(mark -> mark.from() <= token && token < mark.to());
  }

  private List<Mark> victims(SignalRule rule, Sentence sentence) {
    String aim = rule.aim();
    List<Mark> marks = new ArrayList<>();
    for (String name : aim == null ? new String[0] : aim.split("\\|")) {
      marks.addAll(cues.in(sentence.index(), name));
    }
    return marks;
  }

  @Nullable String at(Sentence sentence, int noun) {
    for (Mention mention : scene.mentions(sentence.index())) {
      if (mention.to() == noun && !document.token(noun).afterBreak() && roles.owns(mention)) {
        return sides.one(mention);
      }
    }
    return null;
  }

  /**
   * The party that a rule's victims belong to, where they are all of one and the other is named as well: "South Korean
   * ambassador", "한국인 선원".
   */
  @Nullable String aimed(SignalRule rule, Sentence sentence) {
    String aimed = null;
    for (Mark mark : victims(rule, sentence)) {
      String owner = owner(mark, sentence);
      if (owner != null && aimed != null && !owner.equals(aimed)) {
        return null;
      }
      aimed = owner == null ? aimed : owner;
    }
    boolean protest = rule.category() == Category.DIPLOMATIC_PROTEST;
    boolean headline = sentence.title() && rule.category() != Category.DETENTION_ESPIONAGE;
    return aimed != null && (protest || headline || scene.cast(sentence.index()).both()) ? aimed : null;
  }

  private @Nullable String owner(Mark mark, Sentence sentence) {
    for (int distance = -1; distance <= 1; distance++) {
      for (Mention mention : scene.mentions(sentence.index())) {
        boolean within = mention.from() <= mark.from() && mark.to() <= mention.to()
            && (language == Language.KO || mention.to() - mention.from() > mark.to() - mark.from());
        boolean before = mention.to() + distance == mark.from() && !document.token(mention.to()).afterBreak();
        boolean after = language != Language.KO && mention.from() == mark.to() + distance;
        String party = within || distance >= 0 && (before || after) ? sides.one(mention) : null;
        if (party != null) {
          return party;
        }
      }
    }
    return null;
  }
}
