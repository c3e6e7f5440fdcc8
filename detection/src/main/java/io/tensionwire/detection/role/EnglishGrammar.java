package io.tensionwire.detection.role;

import io.tensionwire.detection.party.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * English: the subject stands before its verb without a preposition, the object after it; "by" names the agent of a
 * passive; an of-phrase belongs to its noun; a possessive or an adjective owns the noun of an act.
 */
final class EnglishGrammar implements Grammar {
  private static final int LONGEST_PHRASE = 5;
  private static final int FARTHEST_OBJECT = 14;

  private static final Set<String> MODIFIERS = Set.of(
      "the", "a", "an", "its", "their", "his", "her", "our", "this", "that", "these", "those", "some", "any", "all",
      "both", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "many", "more", "other",
      "another", "senior", "top", "new", "former", "acting", "deputy", "vice", "foreign", "defense", "defence", "prime",
      "president", "minister", "ambassador", "spokesperson", "spokeswoman", "spokesman", "secretary", "envoy",
      "leader", "first", "second", "local", "outgoing", "incoming", "current", "then", "late", "young", "each",
      "diplomat", "citizen", "national", "general", "chief", "most", "same", "even", "alleged", "suspected", "visiting",
      "hostile", "bilateral", "joint", "military", "naval", "economic", "nuclear", "long", "time", "longtime", "georgy",
      "sergei", "sergey", "vladimir", "maria", "dmitry", "andrei", "andrey", "dozens", "dozen", "hundreds", "further",
      "recent", "latest", "ongoing", "growing", "unfriendly", "illegal", "only", "just", "neighboring", "neighbouring",
      "mr", "ms", "mrs", "dr", "high", "ranking", "level", "led", "based", "backed", "flagged", "owned", "made");
  private static final Set<String> TOWARDS = Set.of("to", "against", "on", "toward", "towards", "upon", "at", "onto");
  private static final Set<String> PLACES = Set.of("in", "near", "off", "inside", "around", "outside", "within", "into");
  private static final Set<String> PREPOSITIONS = Set.of(
      "for", "about", "over", "amid", "during", "under", "between", "among", "despite", "regarding", "concerning", "via",
      "without", "through", "following", "than", "like", "behind", "beyond", "out", "across", "alongside", "besides",
      "except", "versus", "vs", "per", "involving", "including", "ahead");
  private static final Set<String> TIMES = Set.of("after", "before", "since", "until", "as", "once");
  private static final Set<String> CONJUNCTIONS = Set.of(
      "and", "or", "but", "while", "whereas", "that", "which", "who", "whom", "whose", "when", "where", "because", "if",
      "unless", "though", "although", "whether", "how", "why", "what", "so", "yet", "nor", "then", "meanwhile", "also",
      "however", "later", "today", "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
      "sunday", "instead", "again", "says", "earlier", "now", "will", "would", "should", "can", "could", "did", "does",
      "may", "might", "must", "has", "have", "had", "not", "never", "still", "week", "month", "year", "day");
  private static final Set<String> SAYING = Set.of(
      "said", "say", "says", "saying", "claim", "claims", "claimed", "claiming", "believe", "believes", "believed",
      "insists", "insisted", "insist", "announced", "announces", "reported", "reports", "report", "confirmed", "confirms",
      "suspects", "suspect", "suspected", "fear", "fears", "feared", "means", "think", "thinks", "add", "added", "adding",
      "hope", "hopes", "hoped", "argued", "argues", "told", "noted", "stated", "stressed", "alleges", "alleged",
      "revealed", "disclosed", "explained", "showed", "shows", "suggests", "suggested", "know", "knows", "wrote");
  private static final Set<String> BEING = Set.of(
      "was", "were", "been", "being", "is", "are", "be", "get", "gets", "got", "gotten", "stands", "remains");
  private static final Set<String> POSTED = Set.of(
      "ambassador", "ambassadors", "envoy", "envoys", "attache", "attaché", "consul", "diplomat", "diplomats", "mission",
      "representative", "counselor", "counsellor", "d'affaires", "affaires", "embassy", "emissary");
  private static final Set<String> CAUSES = Set.of(
      "after", "over", "amid", "despite", "following", "for", "since", "regarding", "about", "under", "without");

  /** What is done to its object, so that "of" names whom it is done to and "X summoned over Y" is passive. */
  private static final List<String> TRANSITIVE = List.of(
      "summon", "expel", "expul", "arrest", "detain", "detent", "sentenc", "jail", "imprison", "seiz", "impound", "bar",
      "ban", "deport", "sanction", "blacklist", "recall", "releas", "free", "condem", "interce", "scrambl", "convict",
      "indict", "charg", "censur", "suspen", "block", "cancel", "remov", "lift", "confisc", "denounc", "denunc",
      "ousted", "oust", "fined", "prosecut", "repatri", "extradit", "murder", "punish", "cut", "closed", "closure",
      "restrict", "revo", "withdraw", "freez", "froz", "accus", "thank", "prais", "invit", "rebuk", "critici", "shut",
      "remand", "board", "captur", "apprehend", "nab", "hack", "blocked", "held", "tried", "questioned", "interrogat",
      "chastis", "berat", "boot", "eject", "kicked", "fired on", "shadow", "track", "escort", "buzz", "ramm", "halt",
      "scrapp", "lauded", "praise", "hail", "applaud", "commend");

  @Override
  public List<Part> parts(Wording wording, List<Mention> mentions) {
    List<Part> parts = new ArrayList<>(mentions.size());
    for (Mention mention : mentions) {
      parts.add(part(wording, mention, parts));
    }
    return parts;
  }

  private static Part part(Wording wording, Mention mention, List<Part> before) {
    Part last = before.isEmpty() ? null : before.getLast();
    int i = mention.from();
    while (!wording.breaks(i) && i - 1 > (last == null ? -1 : last.to() - 1) && modifier(wording.word(i - 1))
        && mention.from() - i < LONGEST_PHRASE) {
      i--;
    }
    int governor = i - 1;
    if (last != null && governor == last.to() - 1 && !wording.breaks(i)) {
      return new Part(mention, last.from(), mention.to(), last.link(), last.governor(), before.size() - 1);
    }
    if (last != null && coordinated(wording, last, i)) {
      return new Part(mention, i, mention.to(), last.link(), last.governor(), before.size() - 1);
    }
    if (wording.breaks(i)) {
      return new Part(mention, i, mention.to(), Link.BARE, -1, -1);
    }
    String word = wording.word(governor);
    if (word.equals("of")) {
      return ofPhrase(wording, mention, governor);
    }
    if (word.equals("to") && POSTED.contains(wording.word(governor - 1))) {
      return new Part(mention, i, mention.to(), Link.POSTING, governor, -1);
    }
    return new Part(mention, i, mention.to(), link(word), governor, -1);
  }

  /** "Japan and Korea", "the US, Japan and Korea": what goes with the last mention hangs where it hangs. */
  private static boolean coordinated(Wording wording, Part last, int from) {
    int gap = from - last.mention().to();
    boolean and = wording.word(from - 1).equals("and") || wording.word(from - 1).equals("or")
        || wording.word(from - 1).equals("nor");
    return and && gap <= 1 && !wording.breaks(from)
        || gap == 0 && wording.breaks(from) && wording.gap(from).strip().equals(",")
        && (wording.word(last.mention().from() + 1).isEmpty() || list(wording, last, from));
  }

  /** "The US, Japan and ...": a comma joins names only where an "and" ends the row. */
  private static boolean list(Wording wording, Part last, int from) {
    for (int i = from; i < Math.min(wording.end(), from + 6); i++) {
      String word = wording.word(i);
      if (word.equals("and")) {
        return true;
      }
      if (i > from + 1 && !wording.breaks(i) && !wording.breaks(i - 1) && last.to() < i - 3) {
        return false;
      }
    }
    return false;
  }

  /** The phrase of "the foreign ministry of Russia" hangs where "the foreign ministry" hangs. */
  private static Part ofPhrase(Wording wording, Mention mention, int of) {
    int i = of - 1;
    int head = i;
    while (i >= wording.start() && of - i <= LONGEST_PHRASE && !wording.breaks(i) && function(wording.word(i - 1)) == null
        && !determiner(wording.word(i))) {
      i--;
    }
    Link link = function(wording.word(i - 1));
    if (link == null || wording.breaks(i)) {
      return new Part(mention, i, mention.to(), Link.OF, head, -1);
    }
    return new Part(mention, i - 1, mention.to(), link, i - 1, -1);
  }

  private static boolean determiner(String word) {
    return word.equals("the") || word.equals("a") || word.equals("an") || word.equals("its") || word.equals("their");
  }

  private static boolean modifier(String word) {
    return MODIFIERS.contains(word) || !word.isEmpty() && Character.isDigit(word.charAt(0));
  }

  private static @Nullable Link function(String word) {
    if (TOWARDS.contains(word)) {
      return Link.TO;
    }
    if (PLACES.contains(word)) {
      return Link.AT;
    }
    return switch (word) {
      case "with" -> Link.WITH;
      case "by" -> Link.BY;
      case "from" -> Link.FROM;
      case "of" -> Link.OF;
      default -> PREPOSITIONS.contains(word) || TIMES.contains(word) ? Link.OTHER : null;
    };
  }

  private static Link link(String word) {
    Link link = function(word);
    return link == null ? Link.BARE : link;
  }

  @Override
  public Roles roles(Wording wording, List<Part> parts, int from, int to) {
    int owner = owner(wording, parts, from);
    boolean noun = owner >= 0 || nominal(wording, from);
    int subject = owner >= 0 ? owner : noun && caused(wording, from) ? -1 : subject(wording, parts, from);
    boolean passive = passive(wording, from, to);
    int by = after(parts, to, Link.BY);
    if (noun) {
      int of = of(parts, from, to);
      boolean done = transitive(wording.word(from)) || transitive(wording.word(to - 1));
      int object = object(wording, parts, from, to);
      if (of >= 0 && done) {
        return Roles.of(parts, by >= 0 ? by : subject == of ? -1 : subject, of);
      }
      int source = after(parts, to, Link.FROM);
      int agent = owner >= 0 ? owner : by >= 0 ? by : of >= 0 ? of : source >= 0 ? source : subject;
      return Roles.of(parts, agent, object == agent ? -1 : object);
    }
    if (passive || by >= 0 && wording.word(to).equals("by")) {
      int host = by >= 0 || !invites(wording.word(from)) ? by : after(parts, to, Link.TO);
      return Roles.of(parts, host, subject);
    }
    int object = object(wording, parts, from, to);
    if (object < 0 && reduced(wording, to) && transitive(wording.word(from)) && wording.word(from).endsWith("ed")) {
      return Roles.of(parts, by, subject);
    }
    return Roles.of(parts, subject, object);
  }

  /** "Russia's warning", "the South Korean protest": at most two words between. */
  private static int owner(Wording wording, List<Part> parts, int from) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      Mention mention = parts.get(i).mention();
      int gap = from - mention.to();
      if (gap < 0) {
        continue;
      }
      String last = wording.word(mention.to() - 1);
      boolean adjective = gap <= 1 && (last.endsWith("an") || last.endsWith("ese") || last.endsWith("ish"));
      boolean owns = wording.possessive(mention.to() - 1) && gap <= 3 || adjective;
      return owns && !wording.broken(mention.to() - 1, from) && plain(wording, mention.to(), from) ? i : -1;
    }
    return -1;
  }

  private static boolean plain(Wording wording, int from, int to) {
    for (int i = from; i < to; i++) {
      String word = wording.word(i);
      if (function(word) != null || CONJUNCTIONS.contains(word) || BEING.contains(word) || POSTED.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private static boolean nominal(Wording wording, int from) {
    String before = wording.word(from - 1);
    if (wording.breaks(from) || before.isEmpty()) {
      return false;
    }
    String word = wording.word(from);
    if (word.endsWith("ed") || word.endsWith("ing") && BEING.contains(before)) {
      return false;
    }
    return determiner(before) || determiner(wording.word(from - 2)) && !wording.breaks(from - 1)
        && !CONJUNCTIONS.contains(before) && function(before) == null && !before.endsWith("s")
        || TOWARDS.contains(before) && !before.equals("to") || CAUSES.contains(before) || before.equals("in")
        || before.equals("of");
  }

  private static boolean caused(Wording wording, int from) {
    for (int i = from - 1; i >= Math.max(wording.start(), from - 3); i--) {
      if (wording.breaks(i + 1)) {
        return false;
      }
      if (CAUSES.contains(wording.word(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean passive(Wording wording, int from, int to) {
    if (wording.word(from).endsWith("ing")) {
      return false;
    }
    for (int i = from - 1; i >= from - 3; i--) {
      String word = wording.word(i);
      if (wording.breaks(i + 1) || word.isEmpty()) {
        return false;
      }
      if (BEING.contains(word)) {
        return true;
      }
      if (!word.endsWith("ly") && !word.equals("not") && !word.equals("also") && !word.equals("again")) {
        return false;
      }
    }
    return false;
  }

  /** Nothing that could be an object follows: "ambassador summoned over banner". */
  private static boolean reduced(Wording wording, int to) {
    return to >= wording.end() || wording.breaks(to) || function(wording.word(to)) != null
        || CONJUNCTIONS.contains(wording.word(to));
  }

  /** "The envoy was summoned to the Japanese ministry": by those to whom he had to go. */
  private static boolean invites(String word) {
    return word.startsWith("summon") || word.startsWith("call") || word.startsWith("invit") || word.startsWith("haul");
  }

  private static boolean transitive(String word) {
    for (String stem : TRANSITIVE) {
      if (word.startsWith(stem)) {
        return true;
      }
    }
    return false;
  }

  private static int subject(Wording wording, List<Part> parts, int from) {
    boolean infinitive = wording.word(from - 1).equals("to");
    for (int i = parts.size() - 1; i >= 0; i--) {
      Part part = parts.get(i);
      if (part.mention().to() > from || wording.quoted(part.mention().from()) && !wording.quoted(from)) {
        continue;
      }
      boolean near = from - part.mention().to() <= 4 && !wording.broken(part.mention().to() - 1, from)
          && plain(wording, part.mention().to(), from) && !infinitive;
      if (part.link() == Link.OTHER && TIMES.contains(wording.word(part.governor())) && near
          || (part.link() == Link.OF || part.link() == Link.BARE) && !object(wording, part, from, infinitive)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a bare phrase is the object of an earlier verb; that object may be the subject of "to do". */
  private static boolean object(Wording wording, Part part, int from, boolean infinitive) {
    if (wording.breaks(part.from())) {
      return false;
    }
    String word = wording.word(part.from() - 1);
    return !CONJUNCTIONS.contains(word) && !SAYING.contains(word) && !word.endsWith("ly")
        && !(infinitive && from - part.mention().to() <= 5);
  }

  private static int of(List<Part> parts, int from, int to) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).link() == Link.OF && parts.get(i).governor() >= from && parts.get(i).governor() < to + 1
          && parts.get(i).mention().from() > from) {
        return i;
      }
    }
    return -1;
  }

  private static int after(List<Part> parts, int to, Link link) {
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part.mention().from() >= to && part.link() == link && part.mention().from() - to <= FARTHEST_OBJECT) {
        return i;
      }
    }
    return -1;
  }

  private static int object(Wording wording, List<Part> parts, int from, int to) {
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part.mention().from() < from + 1 || part.mention().from() - to > FARTHEST_OBJECT) {
        continue;
      }
      switch (part.link()) {
        case TO, WITH, FROM -> {
          return i;
        }
        case OF -> {
          if (part.governor() >= from) {
            return i;
          }
        }
        case BARE -> {
          boolean direct = part.governor() >= from && part.from() - to <= 3 && !wording.broken(to - 1, part.from())
              && !CONJUNCTIONS.contains(wording.word(part.governor())) && !SAYING.contains(wording.word(part.governor()));
          return direct ? i : -1;
        }
        default -> { }
      }
    }
    return -1;
  }
}
