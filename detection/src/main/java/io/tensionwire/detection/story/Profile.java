package io.tensionwire.detection.story;

import io.tensionwire.model.Genre;
import io.tensionwire.model.Gist;
import io.tensionwire.model.Language;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    Bag acts) {

  private static final String CONCEPT = "concept";
  private static final String NAME = "name";
  private static final String AMOUNT = "amount";
  private static final String PLACE = "place";
  private static final String ACT = "act";

  static Profile of(Portrait portrait, Instant eventAt, Rarity rarity) {
    Gist gist = portrait.gist();
    return new Profile(
        eventAt, portrait.language(), portrait.genre(), portrait.passedOver(),
        Bag.of(CONCEPT, gist.concepts(), rarity), Bag.of(NAME, gist.names(), rarity),
        Bag.of(portrait.language().name(), gist.terms(), rarity), Bag.of(AMOUNT, each(gist.amounts()), rarity),
        Bag.of(PLACE, each(portrait.places()), rarity), gist.days(),
        Bag.of(ACT, portrait.acts(), rarity));
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
