package io.tensionwire.detection.origin;

import io.tensionwire.detection.Fingerprint;
import io.tensionwire.detection.story.FollowedArticle;
import io.tensionwire.detection.story.Member;
import io.tensionwire.detection.story.StoryChange;
import io.tensionwire.detection.story.StoryState;
import io.tensionwire.detection.story.Told;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Genre;
import io.tensionwire.model.outlet.Outlet;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose word the articles of a story are. An outlet speaks for its family; those of a state, for the state. An article
 * that cites an agency or an outlet is that one's word, and a near-copy is the word of what it copies. Who passes on an
 * official's statement was there and heard it: that is a report of one's own.
 */
public final class Originators {

  /** The share of a text that a copy has in common with what it copies. */
  private static final double COPY = 0.5;

  private static final Set<Genre> REPORTS = Set.of(Genre.REPORT, Genre.OFFICIAL, Genre.INTERVIEW, Genre.LIVE);
  private static final Set<String> SPEAKS_FOR_A_STATE = Set.of("state", "official");
  private static final String OFFICIAL = "official";

  /** Offices have ids, outlets have names. */
  private static final Pattern OFFICE = Pattern.compile("[a-z0-9]+(?:[-/.][a-z0-9]+)+|[a-z]+");

  /** When nothing is known of any outlet: each is its own. */
  public static final Originators NONE = new Originators(List.of());

  private final Map<String, Outlet> outlets = new TreeMap<>();

  public Originators(List<Outlet> known) {
    known.forEach(outlet -> outlets.put(folded(outlet.name()), outlet));
  }

  /** For whom an outlet speaks: {@code state RU}, {@code family yonhap}, {@code outlet harbour wire}. */
  public String own(String outlet) {
    Outlet known = outlets.get(folded(outlet));
    if (known == null) {
      return "outlet " + folded(outlet);
    }
    return SPEAKS_FOR_A_STATE.contains(known.kind()) ? "state " + known.country() : "family " + folded(known.family());
  }

  /** Whose word an article says that it passes on; its own outlet's, where it names nobody. */
  String named(Detection detection) {
    String own = own(detection.outlet());
    return detection.gist().cites().stream()
        .filter(this::isOutlet)
        .map(this::own)
        .findFirst()
        .orElse(own);
  }

  private boolean isOutlet(String cited) {
    Outlet known = outlets.get(folded(cited));
    return known == null ? !OFFICE.matcher(cited).matches() : !known.kind().equals(OFFICIAL);
  }

  /**
   * Notes in a story whose word the article is that changed it.
   *
   * @param articles those that are followed, by their ids
   */
  public StoryState credit(StoryChange change, Function<String, @Nullable FollowedArticle> articles) {
    StoryState story = change.after();
    Member member = story.member(change.cause().articleId());
    String named = named(change.cause());
    Member copied = isKnown(named, story, change.article()) ? null : copied(story, change.article(), articles);
    String originator = copied == null ? named : originator(copied);
    if (member != null) {
      return story.withMember(member.withStanding(member.standing().originatedBy(originator)));
    }
    Told told = story.told();
    if (told == null || told.originators().contains(originator) || of(story).contains(originator)
        || !bearsWitness(change.cause())) {
      return story;
    }
    List<String> known = new ArrayList<>(told.originators());
    known.add(originator);
    return story.withTold(told.withOriginators(known));
  }

  private boolean isKnown(String originator, StoryState story, FollowedArticle but) {
    return story.members().stream()
        .anyMatch(m -> !m.articleId().equals(but.articleId()) && originator(m).equals(originator));
  }

  private static @Nullable Member copied(
      StoryState story, FollowedArticle article, Function<String, @Nullable FollowedArticle> articles) {
    for (Member member : story.members()) {
      FollowedArticle other = member.articleId().equals(article.articleId()) ? null : articles.apply(member.articleId());
      if (other != null && isCopy(article, other)) {
        return member;
      }
    }
    return null;
  }

  /** Whether one text is, for the most part, the other. */
  public static boolean isCopy(FollowedArticle one, FollowedArticle other) {
    return Fingerprint.similarity(one.fingerprint(), other.fingerprint()) >= COPY;
  }

  private String originator(Member member) {
    String noted = member.standing().originator();
    return noted == null ? own(member.source().outlet()) : noted;
  }

  /** Those who reported a story on their own, citations followed to their end; sorted. */
  public Set<String> of(StoryState story) {
    Map<String, Set<String>> sources = new TreeMap<>();
    for (Member member : story.members()) {
      if (bearsWitness(member)) {
        sources.computeIfAbsent(own(member.source().outlet()), own -> new TreeSet<>()).add(originator(member));
      }
    }
    Set<String> ends = new TreeSet<>();
    sources.values().forEach(named -> named.forEach(each -> ends.add(end(each, sources))));
    Told told = story.told();
    if (told != null) {
      told.originators().forEach(each -> ends.add(end(each, sources)));
    }
    return Collections.unmodifiableSet(ends);
  }

  /** How many reported it on their own, 1 at least. */
  public int count(StoryState story) {
    return Math.max(1, of(story).size());
  }

  /** Whom an originator has it from, if it only passes it on; of those who cite each other, the first by name. */
  private static String end(String originator, Map<String, Set<String>> sources) {
    List<String> passed = new ArrayList<>();
    String at = originator;
    while (!passed.contains(at)) {
      Set<String> from = sources.get(at);
      if (from == null || from.contains(at)) {
        return at;
      }
      passed.add(at);
      at = from.iterator().next();
    }
    return Collections.min(passed.subList(passed.indexOf(at), passed.size()));
  }

  private static boolean bearsWitness(Member member) {
    return member.severity() != null && !member.standing().gone() && REPORTS.contains(member.genre());
  }

  private static boolean bearsWitness(Detection detection) {
    return detection.severity() != null && REPORTS.contains(detection.genre());
  }

  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
