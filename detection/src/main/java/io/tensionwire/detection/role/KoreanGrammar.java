package io.tensionwire.detection.role;

import io.tensionwire.detection.party.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Korean: the particle at the end of a noun phrase tells its role, and all of them stand before the verb. A subject
 * (이/가) is its own clause's; a topic (은/는) holds on to the end of the sentence. A headline has commas instead.
 */
final class KoreanGrammar implements Grammar {
  private static final Pattern DOES = Pattern.compile("했|하|한다|됐|된|겠|[혔렸쳤켰었았였났섰졌왔갔봤줬냈겼꼈웠]");
  private static final Pattern SUFFERS =
      Pattern.compile("당하|당했|당한|당해|됐|되었|된|되는|되고|되며|되자|돼|될|받았|받은|받고|받자|받는");
  private static final Pattern SUFFERS_NEXT = Pattern.compile("당했|당한|당하|받았|받은|받고|됐");

  private static final int LONGEST_PHRASE = 6;
  private static final int ADJACENT = 3;

  private static final Pattern CLAUSE_END = Pattern.compile(
      ".*(하고|했고|되고|됐고|있고|없고|이고|라고|다고|자고|냐고|리고|며|면서|지만|는데|한데|면|다가|도록|거나|더니|므로|니까|기로|하자|되자|이자|하여|해서|아서"
          + "|어서|한다고|겠다고|[가-힣]해|됐으나|했으나|으나|는바|음에도|데도)");
  private static final Pattern QUOTING = Pattern.compile(".*(라고|다고|자고|냐고|라며|다며|라면서|다면서)");
  private static final Set<String> NO_CLAUSE_END = Set.of(
      "대해", "위해", "관해", "통해", "향해", "의해", "인해", "비해", "겨냥해", "피해", "올해", "지난해", "동해", "서해", "남해", "이해", "방해",
      "가해", "침해", "상해", "오해", "양해", "공해", "저해", "견해", "화해", "박해", "심해", "북해", "흑해", "발트해", "반면", "화면", "측면",
      "전면", "정면", "국면", "장면", "표면", "이면", "서면", "지면", "외면", "대면", "직면");
  private static final Pattern ADNOMINAL = Pattern.compile(".+(한|했던|하던|하는|할|된|되는|될|받은|당한|시킨|키는|보낸|내린|벌인|밝힌|꺼낸|나선|맞은|지른|린|쏜|운)");
  private static final Set<String> NO_ADNOMINAL = Set.of(
      "대한", "위한", "관한", "향한", "통한", "의한", "인한", "북한", "남한", "한러", "주한", "러한", "대북한", "강력한", "엄중한", "심각한", "부당한",
      "중요한", "주요한", "새로운", "단호한", "유감스러운", "어려운", "무모한", "중대한", "가능한", "불가피한", "명백한", "노골적인", "뚜렷한", "필요한",
      "비우호적인", "적대적인", "대규모", "군용", "겨냥한", "비롯한", "포함한", "또한", "제한", "권한", "기한", "시한", "무한", "유한", "최대한");
  private static final Pattern TOWARDS = Pattern.compile("(향해|향한|향하여|겨냥해|겨냥한|겨냥하여|상대로|대상으로|상대|겨냥|향해서|대상)(는|도)?");
  private static final Pattern ABOUT = Pattern.compile("(둘러싼|둘러싸고|두고|놓고|관한|관해|관련|관련해|관련한|위한|위해|제외한|비롯한|포함한|통해|통한)");
  private static final Pattern AGAINST = Pattern.compile("(대해|대한|대하여|대해서|맞서|맞선|대응|대응한|대응해|반발|항의|대해선|대해서는)");
  private static final Pattern ORGAN = Pattern.compile("(외교부|외무부|외무성|국방부|국방성|정부|당국|법원|대통령실|크렘린|검찰|합참|국정원).*");

  /** Roots that are done to somebody: a bare name right before one is whom. */
  private static final List<String> TRANSITIVE = List.of(
      "초치", "추방", "체포", "구속", "억류", "제재", "규탄", "비난", "소환", "나포", "압류", "송환", "석방", "해제", "지원", "구금", "기소", "호출",
      "맹비난", "비판", "압박", "겨냥", "공격", "해킹", "격추", "요격", "차단", "규제", "금지", "성토", "질타", "조롱", "모욕", "추궁", "불러", "불렀",
      "부른", "방문", "만나", "만났", "설득", "달래", "칭찬", "평가", "환영");

  @Override
  public List<Part> parts(Wording wording, List<Mention> mentions) {
    List<Part> parts = new ArrayList<>(mentions.size());
    for (int i = 0; i < mentions.size(); i++) {
      parts.add(part(wording, mentions, i, parts));
    }
    return parts;
  }

  private static Part part(Wording wording, List<Mention> mentions, int number, List<Part> before) {
    Mention mention = mentions.get(number);
    int last = mention.to() - 1;
    String first = wording.word(mention.from());
    if (first.equals("주한") || first.equals("주러") || first.startsWith("주러시아")) {
      return new Part(mention, mention.from(), mention.to(), Link.POSTING, -1, -1);
    }
    if (first.startsWith("대러") && !first.startsWith("대러시아가") || first.startsWith("對") || first.startsWith("반러")
        || first.startsWith("대한국")) {
      return new Part(mention, mention.from(), mention.to(), Link.TO, mention.to(), -1);
    }
    int limit = number + 1 < mentions.size() && !mentions.get(number + 1).parties().equals(mention.parties())
        ? mentions.get(number + 1).from() : wording.end();
    boolean owns = false;
    Link link = KoreanParticle.of(wording.word(last));
    while ((link == null || link == Link.OF) && last + 1 < limit && !wording.breaks(last + 1)
        && last - mention.from() < LONGEST_PHRASE && !CLAUSE_END.matcher(wording.word(last)).matches()) {
      owns |= link == Link.OF;
      last++;
      link = KoreanParticle.of(wording.word(last));
    }
    if (link == null) {
      link = owns ? Link.OF : Link.BARE;
      last = owns ? mention.to() - 1 : last;
    }
    String next = wording.word(last + 1);
    if (link == Link.OBJECT) {
      link = TOWARDS.matcher(next).matches() ? Link.TO : ABOUT.matcher(next).matches() ? Link.OTHER : link;
    } else if (link == Link.TO && next.startsWith("의해") || link == Link.TO && next.startsWith("의한")) {
      link = Link.BY;
    } else if (link == Link.BARE && TOWARDS.matcher(next).matches()) {
      link = Link.TO;
    } else if (link == Link.WITH && AGAINST.matcher(next).matches() || link == Link.TO && ABOUT.matcher(next).matches()) {
      link = Link.OTHER;
    }
    boolean joins = (link == Link.WITH || link == Link.BARE && wording.breaks(last + 1)) && last + 1 == nextFrom(mentions, number);
    int with = !before.isEmpty() && joins(wording, before.getLast(), mention) ? before.size() - 1 : -1;
    return new Part(mention, mention.from(), last + 1, joins && link == Link.WITH ? Link.WITH : link, -1, with);
  }

  private static int nextFrom(List<Mention> mentions, int number) {
    return number + 1 < mentions.size() ? mentions.get(number + 1).from() : -1;
  }

  /** "한국과 미국은": the first takes the role of the last; "A, B, C는" alike. */
  private static boolean joins(Wording wording, Part last, Mention mention) {
    return last.link() == Link.WITH && last.to() == mention.from()
        || last.to() == mention.from() && wording.gap(mention.from()).strip().matches("[·ㆍ、]");
  }

  @Override
  public Roles roles(Wording wording, List<Part> parts, int from, int to) {
    String verb = wording.word(to - 1);
    boolean passive = passive(wording, verb, to);
    int begin = segment(wording, from);
    int subject = subject(wording, parts, begin, from);
    int bare = bareObject(wording, parts, from);
    int owner = owner(wording, parts, from);
    int recipient = recipient(wording, parts, begin, from, passive);
    boolean adnominal = ADNOMINAL.matcher(verb).matches() && !NO_ADNOMINAL.contains(verb);
    if (owner >= 0 && (subject < 0 || !verbal(verb))) {
      subject = owner;
    }
    if (subject < 0 && (adnominal || passive)) {
      subject = next(parts, to);
    }
    if (subject < 0 && KoreanParticle.of(verb) == Link.OBJECT) {
      subject = nextSubject(parts, to);
    }
    if (recipient < 0 && QUOTING.matcher(wording.word(begin - 1)).matches()) {
      recipient = beforeQuote(wording, parts, begin);
    }
    if (bare >= 0 && bare != subject) {
      if (subject >= 0 || transitive(wording.word(from))) {
        recipient = recipient < 0 || parts.get(recipient).link() != Link.OBJECT ? bare : recipient;
      } else {
        subject = bare;
      }
    }
    if (passive) {
      int by = recipientOf(wording, parts, begin, from);
      return new Roles(group(parts, by == subject ? -1 : by), group(parts, subject >= 0 ? subject : bare));
    }
    return new Roles(group(parts, subject), group(parts, recipient == subject ? -1 : recipient));
  }

  /** Whether the anchor is a verb, or at least not a noun with a particle of its own. */
  private static boolean verbal(String word) {
    return DOES.matcher(word).find();
  }

  private static boolean passive(Wording wording, String word, int to) {
    return SUFFERS.matcher(word).find()
        || SUFFERS_NEXT.matcher(wording.word(to)).lookingAt() && KoreanParticle.of(word) != Link.SUBJECT;
  }

  /** Where the clause of a token begins: after the last word before it that ends a clause. */
  private static int segment(Wording wording, int from) {
    boolean quoted = wording.quoted(from);
    for (int i = from - 1; i >= wording.start(); i--) {
      String word = wording.word(i);
      if (wording.quoted(i) == quoted && CLAUSE_END.matcher(word).matches() && !NO_CLAUSE_END.contains(word)) {
        return i + 1;
      }
      if (wording.quoted(i) != quoted && quoted) {
        return i + 1;
      }
    }
    return wording.start();
  }

  private static int subject(Wording wording, List<Part> parts, int begin, int from) {
    boolean quoted = wording.quoted(from);
    int consumed = -1;
    int topic = -1;
    int earlier = -1;
    int headline = -1;
    for (int i = parts.size() - 1; i >= 0; i--) {
      Part part = parts.get(i);
      if (part.to() > from || wording.quoted(part.mention().from()) && !quoted) {
        continue;
      }
      boolean here = part.from() >= begin;
      switch (part.link()) {
        case SUBJECT -> {
          if (here && !consumed(wording, part.to(), from)) {
            return i;
          }
          consumed = here && consumed < 0 ? i : consumed;
          earlier = !here && earlier < 0 ? i : earlier;
        }
        case TOPIC -> topic = topic < 0 ? i : topic;
        case BARE -> headline = wording.breaks(part.to()) ? i : headline;
        default -> { }
      }
    }
    return topic >= 0 ? topic : consumed >= 0 ? consumed : earlier >= 0 ? earlier : headline;
  }

  /** Whether a verb that goes before a noun stands between a subject and the anchor: the subject is that verb's. */
  private static boolean consumed(Wording wording, int from, int to) {
    for (int i = from; i < to; i++) {
      String word = wording.word(i);
      if (ADNOMINAL.matcher(word).matches() && !NO_ADNOMINAL.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** "러 대사 초치": a phrase without a particle right before the anchor. */
  private static int bareObject(Wording wording, List<Part> parts, int from) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      Part part = parts.get(i);
      int gap = from - part.mention().to();
      if (gap >= 0) {
        boolean bare = part.link() == Link.BARE || part.to() > from;
        return bare && gap <= ADJACENT && !wording.broken(part.mention().to() - 1, from) && unmarked(wording, part, from)
            ? i : -1;
      }
    }
    return -1;
  }

  private static boolean unmarked(Wording wording, Part part, int from) {
    for (int i = part.mention().to() - 1; i < from; i++) {
      if (KoreanParticle.of(wording.word(i)) != null) {
        return false;
      }
    }
    return true;
  }

  /** "러시아의 보복 위협": the owner of the noun. */
  private static int owner(Wording wording, List<Part> parts, int from) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      Part part = parts.get(i);
      int last = ownedAt(wording, part, from);
      if (last >= 0) {
        return from - last <= ADJACENT && !wording.broken(last, from) ? i : -1;
      }
    }
    return -1;
  }

  private static int ownedAt(Wording wording, Part part, int from) {
    for (int i = part.mention().to() - 1; i < Math.min(from, part.mention().to() + 3); i++) {
      Link link = KoreanParticle.of(wording.word(i));
      if (link != null) {
        return link == Link.OF ? i : -1;
      }
    }
    return -1;
  }

  private static int recipient(Wording wording, List<Part> parts, int begin, int from, boolean passive) {
    int with = -1;
    for (int i = parts.size() - 1; i >= 0; i--) {
      Part part = parts.get(i);
      if (part.mention().to() > from || part.to() > from + 1 || part.from() < begin
          || wording.quoted(part.mention().from()) && !wording.quoted(from)) {
        continue;
      }
      if (part.link() == Link.TO || part.link() == Link.OBJECT && !passive) {
        return i;
      }
      with = (part.link() == Link.WITH || part.link() == Link.FROM) && with < 0 ? i : with;
    }
    return with;
  }

  /** Who does it, in the passive: "러시아에 의해", "외무부로부터", "외무성에 초치됐다". */
  private static int recipientOf(Wording wording, List<Part> parts, int begin, int from) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      Part part = parts.get(i);
      if (part.mention().to() > from || part.from() < begin) {
        continue;
      }
      boolean organ = part.to() - 1 >= part.mention().from() && ORGAN.matcher(wording.word(part.to() - 1)).matches();
      if (part.link() == Link.BY || part.link() == Link.FROM || part.link() == Link.TO
          || part.link() == Link.AT && !organ || part.link() == Link.OTHER && organ) {
        return i;
      }
    }
    return -1;
  }

  private static int next(List<Part> parts, int to) {
    for (int i = 0; i < parts.size(); i++) {
      int gap = parts.get(i).mention().from() - to;
      if (gap >= 0) {
        return gap <= 1 ? i : -1;
      }
    }
    return -1;
  }

  /** "한국에 대한 보복을 러시아가 예고했다": the subject of the verb that the noun is the object of. */
  private static int nextSubject(List<Part> parts, int to) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).mention().from() >= to && parts.get(i).link() == Link.SUBJECT) {
        return i;
      }
    }
    return -1;
  }

  /** "러시아는 한국에 '...'라고 경고했다": whom a quotation is said to stands before it. */
  private static int beforeQuote(Wording wording, List<Part> parts, int end) {
    boolean quoted = wording.quoted(end - 2) || wording.quoted(end - 1);
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      boolean first = i > 0 && parts.get(i - 1).link() == Link.TOPIC && parts.get(i - 1).to() == part.from();
      if (part.mention().to() < end && part.link() == Link.TO && !wording.quoted(part.mention().from()) && (quoted || first)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean transitive(String word) {
    for (String root : TRANSITIVE) {
      if (word.startsWith(root)) {
        return true;
      }
    }
    return false;
  }

  private static List<Mention> group(List<Part> parts, int one) {
    List<Mention> group = new ArrayList<>(2);
    int last = one;
    while (last >= 0) {
      group.add(parts.get(last).mention());
      last = parts.get(last).with();
    }
    return group;
  }
}
