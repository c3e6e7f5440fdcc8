package io.tensionwire.detection.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The stories of one watch by what their articles speak of, to find those that an article may report. It is made of the
 * followed articles alone, in whatever order they are added.
 */
final class StoryTrails {

  /** So many stories that have most in common with an article are looked at closely. */
  private static final int LOOKED_AT = 24;

  private final Duration openFor;
  private final Rarity rarity = Rarity.shipped();
  private final Map<String, StoryTrail> trails = new TreeMap<>();
  private final Map<Long, List<StoryTrail>> byTrait = new HashMap<>();
  private long queries;

  /** A story and how likely an article reports it, as log-odds. */
  record Likely(StoryTrail story, double odds) {}

  StoryTrails(Duration openFor) {
    this.openFor = openFor;
  }

  @Nullable StoryTrail get(String storyId) {
    return trails.get(storyId);
  }

  /** Whether a further article would say more of its event than is known: a copy does where nothing is known. */
  boolean wantsPortrait(String storyId, boolean copy) {
    StoryTrail trail = trails.get(storyId);
    return trail == null || trail.wantsMember(copy);
  }

  void add(FollowedArticle article) {
    StoryTrail trail = trails.computeIfAbsent(article.storyId(), StoryTrail::new);
    trail.add(article);
    Profile profile = profile(article);
    if (profile != null) {
      trail.add(article.articleId(), profile);
      for (Bag bag : profile.bags()) {
        for (long trait : bag.ids()) {
          if (trail.traits().add(trait)) {
            byTrait.computeIfAbsent(trait, t -> new ArrayList<>()).add(trail);
          }
        }
      }
    }
  }

  private @Nullable Profile profile(FollowedArticle article) {
    Portrait portrait = article.portrait();
    return portrait == null ? null : Profile.of(portrait, article.eventAt(), rarity);
  }

  Profile profile(Portrait portrait, Instant eventAt) {
    return Profile.of(portrait, eventAt, rarity);
  }

  /** The stories that an article may report, likeliest first. */
  List<Likely> likeliest(Profile article) {
    List<Likely> likely = new ArrayList<>();
    for (StoryTrail trail : alike(article)) {
      likely.add(new Likely(trail, trail.likeness(article)));
    }
    likely.sort(Comparator.comparingDouble(Likely::odds).reversed().thenComparing(l -> l.story().id()));
    return likely;
  }

  /** Those that have most in common with it. */
  private List<StoryTrail> alike(Profile article) {
    long query = ++queries;
    List<StoryTrail> sharing = new ArrayList<>();
    for (Bag bag : article.bags()) {
      for (int i = 0; i < bag.ids().length; i++) {
        for (StoryTrail trail : byTrait.getOrDefault(bag.ids()[i], List.of())) {
          if (trail.asks(query) && trail.reaches(article.eventAt(), openFor)) {
            sharing.add(trail);
          }
          trail.shares(bag.weights()[i]);
        }
      }
    }
    sharing.sort(StoryTrail.MOST_IN_COMMON_FIRST);
    return sharing.subList(0, Math.min(LOOKED_AT, sharing.size()));
  }

  /** Forgets an article. */
  void remove(FollowedArticle article) {
    StoryTrail trail = trails.get(article.storyId());
    if (trail == null) {
      return;
    }
    trail.remove(article.articleId());
    if (trail.articles().isEmpty()) {
      trails.remove(trail.id());
      for (long trait : trail.traits()) {
        List<StoryTrail> stories = byTrait.getOrDefault(trait, List.of());
        stories.remove(trail);
        if (stories.isEmpty()) {
          byTrait.remove(trait);
        }
      }
    }
  }
}
