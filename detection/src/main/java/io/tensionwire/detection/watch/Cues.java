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
  public static final String NEGATION = "negation";
  /** Keeps what is bad from happening. */
  public static final String AVERT = "avert";
  /** Reaches a noun before it: "has not been crossed". */
  public static final String NEGATION_BEHIND = "negation-behind";
  /** Reaches far: "no plans to", "too early". */
  public static final String FAR_NEGATION = "far-negation";
  /** Idioms in which words of other cues mean nothing: "not only", "cannot rule out", "asked if". */
  public static final String IDLE = "idle";
  public static final String DENIAL = "denial";
  public static final String CONDITION = "condition";
  public static final String WOULD = "would";
  /** What is warned of has not come. */
  public static final String WARNING = "warning";
  public static final String DEMAND = "demand";
  public static final String PROPOSAL = "proposal";
  /** Measures that are considered, not taken. */
  public static final String PLAN = "plan";
  public static final String ARREST = "arrest";
  public static final String HEARSAY = "hearsay";
  public static final String ALLEGATION = "allegation";
  public static final String RECAP = "recap";
  /** Background, unless it is the main news. */
  public static final String EARLIER = "earlier";
  /** Goes on from the sentence before, and is as old. */
  public static final String THEREUPON = "thereupon";
  /** How things stand now. */
  public static final String STANDING = "standing";
  public static final String SINCE = "since";
  public static final String FIRST_SINCE = "first-since";
  public static final String SPEECH = "speech";
  public static final String BOTH = "both";
  public static final String QUESTION = "question";

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
        cues.put(cue, file.texts(cue));
      }
      file.rejectUnknownKeys();
      return cues;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
