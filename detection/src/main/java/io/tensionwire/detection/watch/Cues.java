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
import java.util.TreeSet;

/** The words by which a language says that something is denied, hoped for, demanded or long past: not a watch's matter. */
public final class Cues {
  /** A watch may call a class "demand" as well: the names of cues are their own. */
  private static final String PREFIX = "cue/";

  public static final String NEGATION = PREFIX + "negation";
  /** Keeps what is bad from happening. */
  public static final String AVERT = PREFIX + "avert";
  /** Reaches a noun before it: "has not been crossed". */
  public static final String NEGATION_BEHIND = PREFIX + "negation-behind";
  /** Reaches far: "no plans to", "too early". */
  public static final String FAR_NEGATION = PREFIX + "far-negation";
  /** Idioms in which words of other cues mean nothing: "not only", "cannot rule out", "asked if". */
  public static final String IDLE = PREFIX + "idle";
  public static final String DENIAL = PREFIX + "denial";
  public static final String CONDITION = PREFIX + "condition";
  public static final String WOULD = PREFIX + "would";
  /** What is warned of has not come. */
  public static final String WARNING = PREFIX + "warning";
  public static final String DEMAND = PREFIX + "demand";
  public static final String PROPOSAL = PREFIX + "proposal";
  /** Measures that are considered, not taken. */
  public static final String PLAN = PREFIX + "plan";
  public static final String ARREST = PREFIX + "arrest";
  public static final String HEARSAY = PREFIX + "hearsay";
  public static final String ALLEGATION = PREFIX + "allegation";
  public static final String RECAP = PREFIX + "recap";
  /** Background, unless it is the main news. */
  public static final String EARLIER = PREFIX + "earlier";
  /** Goes on from the sentence before, and is as old. */
  public static final String THEREUPON = PREFIX + "thereupon";
  /** How things stand now. */
  public static final String STANDING = PREFIX + "standing";
  public static final String SINCE = PREFIX + "since";
  public static final String FIRST_SINCE = PREFIX + "first-since";
  public static final String SPEECH = PREFIX + "speech";
  /** "Both sides": the one cue that phrases of a watch may name. */
  public static final String BOTH = "both";
  public static final String QUESTION = PREFIX + "question";

  /** What is barred is not expelled. */
  public static final String ENTRY = PREFIX + "entry";
  /** What the two do as a matter of course. */
  public static final String ROUTINE = PREFIX + "routine";
  /** Words for who acts or speaks, by rank. */
  public static final List<String> RANKS = List.of(
      PREFIX + "rank-head", PREFIX + "rank-minister", PREFIX + "rank-deputy", PREFIX + "rank-spokesperson",
      PREFIX + "rank-envoy", PREFIX + "rank-diplomat", PREFIX + "rank-expert", PREFIX + "rank-company");

  static final Set<String> NAMES = names(
      NEGATION, AVERT, NEGATION_BEHIND, FAR_NEGATION, IDLE, DENIAL, CONDITION, WOULD, WARNING, DEMAND, PROPOSAL,
      PLAN, ALLEGATION, ARREST, HEARSAY, RECAP, EARLIER, THEREUPON, STANDING, SINCE, FIRST_SINCE, SPEECH, BOTH, QUESTION, ENTRY, ROUTINE);

  private Cues() {}

  private static Set<String> names(String... own) {
    Set<String> names = new TreeSet<>(RANKS);
    names.addAll(List.of(own));
    return names;
  }

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
        cues.put(cue, file.texts(cue.startsWith(PREFIX) ? cue.substring(PREFIX.length()) : cue));
      }
      file.rejectUnknownKeys();
      return cues;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
