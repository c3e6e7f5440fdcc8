package io.tensionwire.detection.watch;

import io.tensionwire.model.Language;
import io.tensionwire.model.yaml.Section;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words by which a language says that something is denied, hoped for, demanded or long past: not a watch's matter. */
public final class Cues {
  /** Before the names of cues, so that the class of a watch may be called "arrest" and be no cue. */
  private static final String OURS = "cue/";

  public static final String NEGATION = OURS + "negation";
  /** Keeps what is bad from happening. */
  public static final String AVERT = OURS + "avert";
  /** Reaches a noun before it: "has not been crossed". */
  public static final String NEGATION_BEHIND = OURS + "negation-behind";
  /** Reaches far: "no plans to", "too early". */
  public static final String FAR_NEGATION = OURS + "far-negation";
  /** Idioms in which words of other cues mean nothing: "not only", "cannot rule out", "asked if". */
  public static final String IDLE = OURS + "idle";
  public static final String DENIAL = OURS + "denial";
  public static final String CONDITION = OURS + "condition";
  public static final String WOULD = OURS + "would";
  /** What is warned of has not come. */
  public static final String WARNING = OURS + "warning";
  public static final String DEMAND = OURS + "demand";
  public static final String PROPOSAL = OURS + "proposal";
  /** Measures that are considered, not taken. */
  public static final String PLAN = OURS + "plan";
  public static final String ARREST = OURS + "arrest";
  public static final String HEARSAY = OURS + "hearsay";
  public static final String ALLEGATION = OURS + "allegation";
  public static final String RECAP = OURS + "recap";
  /** Background, unless it is the main news. */
  public static final String EARLIER = OURS + "earlier";
  /** Goes on from the sentence before, and is as old. */
  public static final String THEREUPON = OURS + "thereupon";
  /** How things stand now. */
  public static final String STANDING = OURS + "standing";
  public static final String SINCE = OURS + "since";
  public static final String FIRST_SINCE = OURS + "first-since";
  public static final String SPEECH = OURS + "speech";
  /** The one that phrases of a watch may name: {@code <both>}. */
  public static final String BOTH = "both";
  public static final String QUESTION = OURS + "question";

  static final Set<String> NAMES = Set.of(
      NEGATION, AVERT, NEGATION_BEHIND, FAR_NEGATION, IDLE, DENIAL, CONDITION, WOULD, WARNING, DEMAND, PROPOSAL,
      PLAN, ALLEGATION, ARREST, HEARSAY, RECAP, EARLIER, THEREUPON, STANDING, SINCE, FIRST_SINCE, SPEECH, BOTH, QUESTION);

  private Cues() {}

  /** The phrases of each cue of a language. */
  static Map<String, List<String>> of(Language language) {
    String name = "cues/" + language.tag() + ".yaml";
    try (InputStream stream = Cues.class.getResourceAsStream("/io/tensionwire/detection/" + name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is not in the jar");
      }
      Section file = Section.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8), name);
      Map<String, List<String>> cues = new HashMap<>();
      for (String cue : NAMES) {
        cues.put(cue, file.texts(cue.replace(OURS, "")));
      }
      file.rejectUnknownKeys();
      return cues;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
