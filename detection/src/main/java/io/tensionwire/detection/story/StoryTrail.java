package io.tensionwire.detection.story;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The articles of one story, as far as others are compared with them. */
final class StoryTrail {

  static final Comparator<StoryTrail> OLDEST_FIRST =
      Comparator.comparing((StoryTrail story) -> story.first).thenComparing(StoryTrail::id);

  static final Comparator<StoryTrail> MOST_IN_COMMON_FIRST =
      Comparator.comparingDouble((StoryTrail story) -> -story.common).thenComparing(StoryTrail::id);

  /** Members that an article is compared with: what they all leave unsaid, the next would, too. */
  static final int MOST = 12;

  private final String id;
  private final TreeMap<String, Profile> members = new TreeMap<>();
  private final TreeSet<String> articles = new TreeSet<>();
  private final Set<Long> traits = new HashSet<>();
  private Instant first = Instant.MAX;
  private Instant last = Instant.MIN;

  /** What it has in common with the article that was last asked about: tallied here, as most of the stories are asked. */
  private long asked;
  private double common;

  StoryTrail(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  /** All that its articles speak of. */
  Set<Long> traits() {
    return traits;
  }

  Collection<String> articles() {
    return articles;
  }

  boolean wantsMember(boolean copy) {
    return members.size() < (copy ? 1 : MOST);
  }

  void add(FollowedArticle article) {
    articles.add(article.articleId());
    first = article.eventAt().isBefore(first) ? article.eventAt() : first;
    last = article.eventAt().isAfter(last) ? article.eventAt() : last;
  }

  void add(String articleId, Profile profile) {
    members.put(articleId, profile);
  }

  /** The time that it spans stays: it moved then. */
  void remove(String articleId) {
    articles.remove(articleId);
    members.remove(articleId);
  }

  /** Whether an article is asked about that this story was not asked about before. */
  boolean asks(long article) {
    boolean first = asked != article;
    if (first) {
      asked = article;
      common = 0;
    }
    return first;
  }

  /** Something that the article in hand speaks of as well. */
  void shares(double weight) {
    common += weight;
  }

  /** Whether the event lies in the time in which the story moves. */
  boolean reaches(Instant eventAt, Duration openFor) {
    return !eventAt.isAfter(last.plus(openFor)) && !eventAt.isBefore(first.minus(openFor));
  }

  /**
   * How likely an article reports this story, as log-odds: the mean over the members. The likest of them alone would
   * chain one event to the next.
   */
  double likeness(Profile article) {
    double sum = 0;
    for (Profile member : members.values()) {
      sum += Likeness.logOdds(article, member);
    }
    return members.isEmpty() ? Double.NEGATIVE_INFINITY : sum / members.size();
  }

  /** How likely another story is this one, as log-odds: the mean over the articles of both. */
  double likeness(StoryTrail other) {
    double sum = 0;
    for (Profile member : other.members.values()) {
      sum += likeness(member);
    }
    return other.members.isEmpty() ? Double.NEGATIVE_INFINITY : sum / other.members.size();
  }
}
