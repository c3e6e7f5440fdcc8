package io.tensionwire.alerts.message;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a reader should know beside the alert itself.
 *
 * @param before when something like it was told before
 * @param blind outlets that cannot be seen at the moment, in the order in which they are named
 * @param feeds how many there are in all
 */
public record Surroundings(@Nullable Precedent before, List<Blind> blind, int feeds) {

  public static final Surroundings NONE = new Surroundings(null, List.of(), 0);

  private static final int MOST_BLIND = 4;
  private static final int MOST_OUTLET = 60;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  /**
   * An alert about another story that told the same kind of thing.
   *
   * @param words its gloss: who said what to whom
   */
  public record Precedent(Instant at, String words, String outlet) {}

  /**
   * An outlet, not all of whose feeds can be read.
   *
   * @param feeds how many of them cannot
   * @param of how many it has
   */
  public record Blind(String outlet, int feeds, int of) {

    /** "Yonhap", "Yonhap (3 feeds)" where none of several can be read, "Yonhap (1 of 3 feeds)" where some can. */
    public String inWords() {
      return count().isEmpty() ? name() : name() + " (" + count() + ")";
    }

    /** The outlet, plain. */
    public String name() {
      return plain(outlet);
    }

    /** "3 feeds", "1 of 3 feeds"; empty where it has but one. */
    public String count() {
      return feeds < of ? feeds + " of " + of + " feeds" : of > 1 ? of + " feeds" : "";
    }
  }

  public Surroundings {
    blind = List.copyOf(blind);
  }

  /** In lines; none where there is nothing to say. */
  List<String> inLines(ZoneId newsroom) {
    List<String> lines = new ArrayList<>();
    if (before != null) {
      lines.add("last like it " + DAY.format(before.at().atZone(newsroom)) + " · " + before.words()
          + (before.outlet().isEmpty() ? "" : " · " + plain(before.outlet())));
    }
    if (!blind.isEmpty()) {
      String named = blind.stream().limit(MOST_BLIND).map(Blind::inWords).collect(Collectors.joining(", "));
      int more = blind.size() - MOST_BLIND;
      int cannot = blind.stream().mapToInt(Blind::feeds).sum();
      lines.add("cannot see " + cannot + " of " + feeds + (feeds == 1 ? " feed: " : " feeds: ") + named
          + (more > 0 ? " and " + more + (more == 1 ? " outlet more" : " outlets more") : ""));
    }
    return lines;
  }

  private static String plain(String outlet) {
    return PlainText.cut(PlainText.of(outlet).strip(), MOST_OUTLET);
  }
}
