package io.tensionwire.detection.story;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.tensionwire.model.Confidence;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Id;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Signal;
import io.tensionwire.model.Story;
import io.tensionwire.model.StoryStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a story. Its size is bounded however many copies there are: the first {@link #WITNESSES}
 * articles keep their signals, the first {@link Story#MOST} are listed, the rest are counted.
 *
 * @param members in the order they came
 * @param outlets distinct, at most {@link #MOST_OUTLETS}
 * @param told absent until the story was told
 * @param status whether it still moves; what earlier versions wrote is open
 * @param mergedInto the story that its articles went into, where the status says so
 * @param movedAt the latest event of its articles: while it moves, it takes in more
 */
public record StoryState(
    String id,
    String watchId,
    Instant firstSeenAt,
    Instant lastSeenAt,
    List<Member> members,
    int articleCount,
    List<String> outlets,
    @Nullable Told told,
    StoryStatus status,
    @Nullable String mergedInto,
    Instant movedAt) {

  /** Near-copies say the same: ten of them hold all the evidence there is. */
  public static final int WITNESSES = 10;

  static final int MOST_OUTLETS = 500;

  private static final Comparator<@Nullable Severity> RISING = Comparator.nullsFirst(Comparator.naturalOrder());

  public StoryState {
    requireNonNull(id, "id of a story is missing");
    requireNonNull(watchId, () -> "watchId is missing: " + id);
    requireNonNull(firstSeenAt, () -> "firstSeenAt is missing: " + id);
    requireNonNull(lastSeenAt, () -> "lastSeenAt is missing: " + id);
    members = List.copyOf(members);
    outlets = List.copyOf(outlets);
    status = requireNonNullElse(status, StoryStatus.OPEN);
    movedAt = requireNonNullElse(movedAt, lastSeenAt);
    if ((status == StoryStatus.MERGED) != (mergedInto != null)) {
      throw new IllegalArgumentException("story " + id + " is " + status + ", but merged into " + mergedInto);
    }
  }

  /** The id of the story that an article opens. */
  public static String id(String watchId, String articleId) {
    return Id.of("story", watchId, articleId);
  }

  /** Where a story of a watch is kept. */
  public static String key(String watchId, String storyId) {
    return watchId + "/" + storyId;
  }

  public String key() {
    return key(watchId, id);
  }

  public static StoryState opened(String storyId, Detection detection) {
    var empty = new StoryState(
        storyId, detection.watchId(), detection.fetchedAt(), detection.fetchedAt(), List.of(), 0, List.of(), null,
        StoryStatus.OPEN, null, detection.eventAt());
    return empty.follow(detection, true);
  }

  /**
   * Takes in an article or a revision.
   *
   * @param isNew whether it is the first revision that this story sees of the article
   */
  public StoryState follow(Detection detection, boolean isNew) {
    List<Member> kept = new ArrayList<>(members);
    int at = indexOf(detection.articleId());
    Member member = Member.of(detection);
    if (at >= 0) {
      kept.set(at, at < WITNESSES ? member : member.withoutSignals());
    } else if (kept.size() < WITNESSES) {
      kept.add(member);
    } else if (risesAbove(member)) {
      // It says more than all others: it bears witness in the place of the last that does.
      kept.add(WITNESSES - 1, member);
      kept.set(WITNESSES, kept.get(WITNESSES).withoutSignals());
    } else {
      kept.add(member.withoutSignals());
    }
    List<String> where = new ArrayList<>(outlets);
    if (!where.contains(detection.outlet()) && where.size() < MOST_OUTLETS) {
      where.add(detection.outlet());
    }
    return new StoryState(
        id, watchId, firstSeenAt, later(lastSeenAt, detection.fetchedAt()),
        kept.subList(0, Math.min(Story.MOST, kept.size())), articleCount + (isNew && at < 0 ? 1 : 0), where, told,
        status, mergedInto, isNew ? later(movedAt, detection.eventAt()) : movedAt);
  }

  public StoryState withTold(Told news) {
    return new StoryState(
        id, watchId, firstSeenAt, lastSeenAt, members, articleCount, outlets, news, status, mergedInto, movedAt);
  }

  /** The same story with what became known of one of its articles; unchanged where that is not among the members. */
  public StoryState withMember(Member member) {
    int at = indexOf(member.articleId());
    if (at < 0) {
      return this;
    }
    List<Member> known = new ArrayList<>(members);
    known.set(at, member);
    return new StoryState(
        id, watchId, firstSeenAt, lastSeenAt, known, articleCount, outlets, told, status, mergedInto, movedAt);
  }

  /** The article as this story has it; {@code null} where it is not among the members. */
  public @Nullable Member member(String articleId) {
    int at = indexOf(articleId);
    return at < 0 ? null : members.get(at);
  }

  /** This story with all that another one holds, which turned out to be the same. */
  StoryState took(StoryState other) {
    List<Member> all = new ArrayList<>(members);
    other.members.stream().filter(m -> indexOf(m.articleId()) < 0).forEach(all::add);
    List<Member> kept = new ArrayList<>();
    int witnesses = 0;
    for (Member member : all.subList(0, Math.min(Story.MOST, all.size()))) {
      boolean heard = member.signals().isEmpty() || witnesses++ < WITNESSES;
      kept.add(heard ? member : member.withoutSignals());
    }
    List<String> where = new ArrayList<>(outlets);
    other.outlets.stream().filter(o -> !outlets.contains(o)).forEach(where::add);
    return new StoryState(
        id, watchId, firstSeenAt.isBefore(other.firstSeenAt) ? firstSeenAt : other.firstSeenAt,
        later(lastSeenAt, other.lastSeenAt), kept, articleCount + other.articleCount,
        where.subList(0, Math.min(MOST_OUTLETS, where.size())), told == null ? other.told : told, status, mergedInto,
        later(movedAt, other.movedAt));
  }

  /** The same story, whose articles went into another one. */
  StoryState mergedInto(String survivor) {
    return new StoryState(
        id, watchId, firstSeenAt, lastSeenAt, members, articleCount, outlets, told, StoryStatus.MERGED, survivor,
        movedAt);
  }

  /** The same story, which nothing has moved for long. */
  StoryState closed() {
    return new StoryState(
        id, watchId, firstSeenAt, lastSeenAt, members, articleCount, outlets, told, StoryStatus.CLOSED, null, movedAt);
  }

  /**
   * The story as others see it.
   *
   * @param originators how many reported it on their own
   */
  public Story story(int originators) {
    return new Story(
        id, watchId, status, mergedInto, lead().source().title(), severity(), confidence(originators), polarity(),
        articleCount, outlets.size(), originators, members.stream().map(m -> m.source().language()).distinct().toList(),
        firstSeenAt, lastSeenAt, members.stream().map(Member::source).toList(), signals());
  }

  /** The article that speaks for the story: of those that weigh most, the one that came first. */
  public Member lead() {
    Member lead = members.getFirst();
    for (Member member : members) {
      if (RISING.compare(member.severity(), lead.severity()) > 0) {
        lead = member;
      }
    }
    return lead;
  }

  public @Nullable Severity severity() {
    return lead().severity();
  }

  /** @param originators how many reported it on their own: from two on it is corroborated */
  public @Nullable Confidence confidence(int originators) {
    return originators > 1 ? Confidence.CORROBORATED : members.stream()
        .map(Member::confidence)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  public @Nullable Polarity polarity() {
    List<Polarity> polarities =
        members.stream().map(Member::polarity).filter(Objects::nonNull).distinct().toList();
    return polarities.isEmpty() ? null : polarities.size() == 1 ? polarities.getFirst() : Polarity.MIXED;
  }

  public List<Signal> signals() {
    Member lead = lead();
    List<Signal> all = new ArrayList<>(lead.signals());
    members.stream().filter(m -> m != lead).forEach(m -> all.addAll(m.signals()));
    return MostTelling.of(all, Story.MOST);
  }

  private boolean risesAbove(Member member) {
    return RISING.compare(member.severity(), severity()) > 0;
  }

  private int indexOf(String articleId) {
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).articleId().equals(articleId)) {
        return i;
      }
    }
    return -1;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
