package io.tensionwire.detection.story;

import io.tensionwire.model.Genre;
import io.tensionwire.model.Gist;
import io.tensionwire.model.Language;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An article's {@link Portrait}, prepared to be compared with many others. */
record Profile(
    Instant eventAt,
    Language language,
    Genre genre,
    @Nullable String passedOver,
    Bag concepts,
    Bag names,
    Bag terms,
    Bag amounts,
    Bag places,
    List<String> days,
    Bag acts,
    Set<String> formalActs) {

  private static final String CONCEPT = "concept";
  private static final String NAME = "name";
  private static final String AMOUNT = "amount";
  private static final String PLACE = "place";
  private static final String ACT = "act";

  /** Acts that each side does for itself: who summons and who is summoned are never two views of one event. */
  private static final Pattern FORMAL = Pattern.compile("(diplomatic-protest|expulsion-entry-ban) (.+)>(.+)");

  static Profile of(Portrait portrait, Instant eventAt, Rarity rarity) {
    Gist gist = portrait.gist();
    return new Profile(
        eventAt, portrait.language(), portrait.genre(), portrait.passedOver(),
        Bag.of(CONCEPT, gist.concepts(), rarity), Bag.of(NAME, gist.names(), rarity),
        Bag.of(portrait.language().name(), gist.terms(), rarity), Bag.of(AMOUNT, each(gist.amounts()), rarity),
        Bag.of(PLACE, each(portrait.places()), rarity), gist.days(),
        Bag.of(ACT, portrait.acts(), rarity),
        portrait.acts().keySet().stream().filter(FORMAL.asPredicate()).collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether what one side formally does to the other here is what the other does to the one there. */
  boolean opposes(Profile other) {
    return formalActs.stream().map(Profile::turned).anyMatch(other.formalActs::contains)
        && formalActs.stream().noneMatch(other.formalActs::contains);
  }

  private static String turned(String act) {
    Matcher parts = FORMAL.matcher(act);
    return parts.matches() ? parts.group(1) + " " + parts.group(3) + ">" + parts.group(2) : act;
  }

  /** By these a story that it may report is found. */
  List<Bag> bags() {
    return List.of(concepts, names, terms, amounts, acts);
  }

  private static Map<String, Integer> each(List<String> things) {
    Map<String, Integer> each = new HashMap<>();
    things.forEach(thing -> each.put(thing, 1));
    return each;
  }
}
