package io.tensionwire.detection.role;

import io.tensionwire.detection.party.Mention;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Russian: case tells the role, wherever the words stand. A genitive belongs to the noun before it, and hangs where that
 * hangs; a capital or an office "in" which something is done in the plural does it; the instrumental does what a passive
 * tells.
 */
final class RussianGrammar implements Grammar {
  private static final int LONGEST_PHRASE = 5;
  private static final int FARTHEST = 12;

  private static final Set<String> TOWARDS = Set.of("против", "к", "ко", "у", "перед");
  private static final Set<String> TARGET = Set.of("отношении", "адрес", "сторону", "отношению", "лица", "лицу");
  private static final Set<String> CONJUNCTIONS = Set.of(
      "и", "а", "но", "что", "чтобы", "если", "когда", "как", "который", "которая", "которые", "которое", "однако",
      "тогда", "также", "тоже", "или", "либо", "хотя", "пока", "где", "куда", "сегодня", "вчера", "ранее", "затем");

  /** Whoever sits in a capital and acts for its country. */
  private static final Set<String> SEATED = Set.of(
      "суд", "власти", "полиция", "прокуратура", "спецслужбы", "чиновники", "лица", "политики", "дипломаты", "министерство");

  private final Map<Mention, Set<RussianCase>> cases = new HashMap<>();

  @Override
  public List<Part> parts(Wording wording, List<Mention> mentions) {
    cases.clear();
    List<Part> parts = new ArrayList<>(mentions.size());
    for (Mention mention : mentions) {
      parts.add(part(wording, mention, parts));
    }
    return parts;
  }

  private Part part(Wording wording, Mention mention, List<Part> before) {
    Part last = before.isEmpty() ? null : before.getLast();
    int floor = last == null ? wording.start() : last.to();
    Set<RussianCase> own = own(wording, mention);
    int from = mention.from();
    boolean adjective = RussianWords.adjective(wording.word(mention.to() - 1));
    boolean attribute = own.contains(RussianCase.GENITIVE) && !adjective
        && from > floor && !wording.breaks(from) && RussianWords.noun(wording.word(from - 1));
    int head = from;
    while (head > floor && !wording.breaks(head) && from - head < LONGEST_PHRASE && RussianWords.noun(wording.word(head - 1))
        && (attribute || RussianWords.modifier(wording.word(head - 1)))) {
      head--;
    }
    Set<RussianCase> here = own;
    if (attribute && head < from) {
      here = head(wording, head, from);
    }
    if (adjective && own.contains(RussianCase.GENITIVE) && RussianWords.counted(wording.word(head - 1))
        && !RussianWords.PREPOSITIONS.contains(wording.word(head - 2))) {
      here = EnumSet.of(RussianCase.NOMINATIVE, RussianCase.ACCUSATIVE);
      head--;
    }
    if (!before.isEmpty() && head == floor && !wording.breaks(head) && last != null
        && mention.parties().equals(last.mention().parties())) {
      cases.put(mention, cases.getOrDefault(last.mention(), own));
      return new Part(mention, last.from(), mention.to(), last.link(), last.governor(), before.size() - 1);
    }
    if (last != null && joined(wording, last, head)) {
      cases.put(mention, here);
      return new Part(mention, head, mention.to(), last.link(), last.governor(), before.size() - 1);
    }
    cases.put(mention, here);
    String governor = wording.breaks(head) ? "" : wording.word(head - 1);
    Link link = link(wording, governor, head, here);
    boolean belongs = link == Link.BARE && own.contains(RussianCase.GENITIVE) && !own.contains(RussianCase.NOMINATIVE)
        && !governor.isEmpty();
    return new Part(mention, head, mention.to(), belongs ? Link.OF : link, governor.isEmpty() ? -1 : head - 1, -1);
  }

  private static boolean joined(Wording wording, Part last, int head) {
    boolean and = wording.word(head - 1).equals("и") && head - 1 == last.mention().to() && !wording.breaks(head);
    boolean comma = wording.breaks(head) && head == last.mention().to() && wording.gap(head).strip().equals(",");
    return and || comma && last.mention().to() - last.mention().from() <= 2 && nextAnd(wording, head);
  }

  private static boolean nextAnd(Wording wording, int from) {
    for (int i = from; i < Math.min(from + 4, wording.end()); i++) {
      if (wording.word(i).equals("и")) {
        return true;
      }
    }
    return false;
  }

  private static Set<RussianCase> own(Wording wording, Mention mention) {
    String first = wording.word(mention.from());
    String last = wording.word(mention.to() - 1);
    Set<RussianCase> cases = first.startsWith("республик") ? RussianCase.of(first) : RussianCase.of(last);
    if (mention.to() - mention.from() > 1 && RussianWords.adjective(first)) {
      Set<RussianCase> both = EnumSet.noneOf(RussianCase.class);
      both.addAll(cases);
      both.retainAll(RussianCase.of(first));
      return both.isEmpty() ? cases : both;
    }
    return cases;
  }

  /** The case of a chain such as "представитель МИД": its first noun's. */
  private static Set<RussianCase> head(Wording wording, int head, int from) {
    for (int i = head; i < from; i++) {
      if (!RussianWords.adjective(wording.word(i)) || i == from - 1) {
        Set<RussianCase> cases = EnumSet.copyOf(RussianCase.of(wording.word(i)));
        if (i > head && RussianWords.adjective(wording.word(head))) {
          cases.retainAll(RussianCase.of(wording.word(head)));
        }
        return cases.isEmpty() ? RussianCase.of(wording.word(i)) : cases;
      }
    }
    return RussianCase.of(wording.word(head));
  }

  private static Link link(Wording wording, String governor, int head, Set<RussianCase> cases) {
    if (TARGET.contains(governor)) {
      return Link.TO;
    }
    if (governor.equals("стороны") && wording.word(head - 2).equals("со")) {
      return Link.BY;
    }
    if (TOWARDS.contains(governor)) {
      return Link.TO;
    }
    return switch (governor) {
      case "на" -> cases.contains(RussianCase.ACCUSATIVE) ? Link.TO : Link.AT;
      case "с", "со" -> Link.WITH;
      case "от", "ото" -> Link.FROM;
      case "в", "во", "при" -> Link.AT;
      default -> RussianWords.PREPOSITIONS.contains(governor) ? Link.OTHER : byCase(cases);
    };
  }

  private static Link byCase(Set<RussianCase> cases) {
    if (cases.contains(RussianCase.NOMINATIVE)) {
      return Link.BARE;
    }
    if (cases.contains(RussianCase.ACCUSATIVE)) {
      return Link.OBJECT;
    }
    if (cases.contains(RussianCase.GENITIVE)) {
      return Link.BARE;
    }
    return cases.contains(RussianCase.INSTRUMENTAL) && !cases.contains(RussianCase.DATIVE) ? Link.BY : Link.TO;
  }

  @Override
  public Roles roles(Wording wording, List<Part> parts, int from, int to) {
    String word = wording.word(from);
    boolean passive = RussianWords.passive(word);
    boolean verb = passive || RussianWords.verb(word);
    int begin = begin(wording, from);
    int end = endOf(wording, to);
    int of = verb ? -1 : owned(wording, parts, from, to);
    boolean done = !verb && RussianWords.transitive(word);
    int subject = subject(wording, parts, begin, end, from, to);
    if (of >= 0 && !done) {
      boolean given = subject >= 0 && subject != of && parts.get(subject).from() < from && parts.get(subject).from() >= begin
          && cases(parts.get(of)).contains(RussianCase.DATIVE);
      if (given) {
        return Roles.of(parts, subject, of);
      }
      subject = of;
    }
    if (subject < 0 || past(word) && !agrees(wording, parts.get(subject), word)) {
      int place = place(wording, parts, begin, from, end, word);
      subject = place >= 0 ? place : subject >= 0 && neuter(wording.word(parts.get(subject).from())) && !word.endsWith("ли") ? -1
          : subject;
    }
    if (passive) {
      int by = instrument(wording, parts, begin, end);
      int whom = subject >= 0 && subject != by ? subject : recipient(wording, parts, begin, end, from, to, by, false);
      return Roles.of(parts, by, whom);
    }
    int by = instrument(parts, verb ? to : begin, end);
    if (!verb && by >= 0 && (subject < 0 || done)) {
      subject = by;
    }
    int recipient = of >= 0 && done ? of : recipient(wording, parts, begin, end, from, to, subject, verb);
    return Roles.of(parts, subject == recipient ? -1 : subject, recipient);
  }

  private static boolean neuter(String head) {
    return head.endsWith("ое") || head.endsWith("ее") || head.endsWith("ство");
  }

  private static boolean past(String word) {
    return word.endsWith("ли") || word.endsWith("ла") || word.endsWith("л") && word.length() > 4;
  }

  private static int begin(Wording wording, int from) {
    int begin = from;
    while (!wording.breaks(begin)) {
      begin--;
    }
    return begin;
  }

  private static int endOf(Wording wording, int to) {
    int end = to;
    while (!wording.breaks(end)) {
      end++;
    }
    return end;
  }

  /** "протест Сеула", "российские санкции": the genitive after a noun, the adjective before it. */
  private static int owned(Wording wording, List<Part> parts, int from, int to) {
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      int gap = from - part.mention().to();
      if (gap >= 0 && gap <= 1 && RussianWords.adjective(wording.word(part.mention().to() - 1)) && !wording.broken(part.mention().to() - 1, from)) {
        return i;
      }
      boolean after = part.from() >= to && part.from() - to <= 1 && !wording.broken(to - 1, part.from());
      if (after && (part.link() == Link.OF || part.link() == Link.OBJECT && part.governor() == to - 1
          || part.link() == Link.BARE && part.governor() == to - 1 && RussianCase.of(wording.word(part.mention().from())).size() == 6)) {
        return i;
      }
    }
    return -1;
  }

  /** A nominative: in the clause before the verb, then after it, then in an earlier clause. */
  private int subject(Wording wording, List<Part> parts, int begin, int end, int from, int to) {
    int before = -1;
    int after = -1;
    int earlier = -1;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      int at = part.mention().from();
      boolean named = (part.link() == Link.BARE && cases(part).contains(RussianCase.NOMINATIVE)
          || part.link() == Link.OF && opens(wording, part, from)) && (!wording.quoted(at) || wording.quoted(from));
      if (!named || at >= from && at < to) {
        continue;
      }
      if (at < begin) {
        earlier = i;
      } else if (at < from) {
        before = i;
      } else if (at < end && after < 0) {
        after = i;
      }
    }
    String word = wording.word(from);
    if (before >= 0 && after >= 0 && agrees(wording, parts.get(after), word) && !agrees(wording, parts.get(before), word)) {
      return after;
    }
    if (before < 0 && after >= 0 && earlier >= 0 && !agrees(wording, parts.get(after), word)
        && agrees(wording, parts.get(earlier), word)) {
      return earlier;
    }
    if (before < 0 && after >= 0 && parts.get(after).from() - to > 3) {
      return earlier >= 0 ? earlier : after;
    }
    return before >= 0 ? before : after >= 0 ? after : earlier;
  }

  /** "Береговая охрана Южной Кореи задержала": the noun that it belongs to opens the clause. */
  private static boolean opens(Wording wording, Part part, int from) {
    int first = begin(wording, part.mention().from());
    if (part.mention().from() >= from || part.governor() - first > 2) {
      return false;
    }
    for (int i = first; i <= part.governor(); i++) {
      if (RussianWords.PREPOSITIONS.contains(wording.word(i)) || RussianWords.verb(wording.word(i)) || RussianWords.passive(wording.word(i))) {
        return false;
      }
    }
    return true;
  }

  private Set<RussianCase> cases(Part part) {
    return cases.getOrDefault(part.mention(), Set.of());
  }

  /** Whether a noun and a verb in the past agree in gender and number, as far as their endings tell. */
  private static boolean agrees(Wording wording, Part part, String verb) {
    String head = wording.word(part.from());
    char last = head.isEmpty() ? ' ' : head.charAt(head.length() - 1);
    boolean feminine = last == 'а' || last == 'я' || head.equals("рф") || head.equals("рк") || head.equals("кндр") || head.equals("кнр");
    boolean plural = last == 'ы' || last == 'и' || head.endsWith("ие") || head.endsWith("ые") || head.equals("сша") || part.with() >= 0;
    boolean neuter = neuter(head);
    if (verb.endsWith("ла") || verb.endsWith("лась")) {
      return feminine;
    }
    if (verb.endsWith("ли") || verb.endsWith("лись")) {
      return plural;
    }
    if (verb.endsWith("л") || verb.endsWith("лся")) {
      return !feminine && !plural && !neuter;
    }
    return true;
  }

  /** "В Сеуле вызвали посла", "в МИД РФ заявили": who is in the place does it. */
  private static int place(Wording wording, List<Part> parts, int begin, int from, int end, String word) {
    boolean plural = word.endsWith("ли") || word.endsWith("ют") || word.endsWith("ут") || word.endsWith("ят")
        || word.endsWith("ат");
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      boolean seat = plural || part.from() < from && SEATED.contains(wording.word(part.governor() - 1));
      if (seat && part.link() == Link.AT && part.from() >= begin && part.from() < Math.min(end, from + FARTHEST)) {
        return i;
      }
    }
    return -1;
  }

  private int instrument(Wording wording, List<Part> parts, int begin, int end) {
    int host = -1;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part.from() < begin || part.from() >= end) {
        continue;
      }
      if (part.link() == Link.BY) {
        return i;
      }
      if (part.link() == Link.AT && wording.word(part.governor()).equals("в") && organ(wording, part)) {
        host = i;
      }
    }
    return host;
  }

  private static boolean organ(Wording wording, Part part) {
    String word = wording.word(part.from());
    return word.startsWith("мид") || word.startsWith("министерств") || word.startsWith("внешнеполит")
        || word.startsWith("южнокорейск") || word.startsWith("японск") || word.startsWith("российск") || word.startsWith("ведомств");
  }

  private static int instrument(List<Part> parts, int to, int end) {
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part.link() == Link.BY && part.from() >= to && part.from() < end) {
        return i;
      }
    }
    return -1;
  }

  private int recipient(
      Wording wording, List<Part> parts, int begin, int end, int from, int to, int subject, boolean verb) {
    int before = -1;
    int bare = -1;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      boolean own = subject >= 0 && part.mention().parties().equals(parts.get(subject).mention().parties());
      if (own || i == subject || part.with() >= 0 && part.with() == subject || part.from() < begin || part.from() >= end
          || wording.quoted(part.mention().from()) && !wording.quoted(from)) {
        continue;
      }
      boolean aimed = part.link() == Link.TO || part.link() == Link.WITH || part.link() == Link.OBJECT && verb
          || part.link() == Link.FROM;
      if (part.from() >= to) {
        if (aimed && part.from() - to <= FARTHEST) {
          return i;
        }
        if (part.link() == Link.BARE && bare < 0 && cases(part).contains(RussianCase.ACCUSATIVE) && part.from() - to <= 3) {
          bare = i;
        }
        if (bare < 0 && part.link() == Link.OF && part.from() - to <= 3) {
          bare = i;
        }
      } else if (aimed) {
        before = i;
      } else if (part.link() == Link.BARE && subject >= 0 && parts.get(subject).from() >= to
          && cases(part).contains(RussianCase.ACCUSATIVE)) {
        before = i;
      }
    }
    return bare >= 0 ? bare : before;
  }
}
