package io.tensionwire.alerts.digest;

import io.tensionwire.alerts.feedback.Feedbacks;
import io.tensionwire.model.Alert;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whether somebody has seen an alert: they said so of the alert, or since then of another about the same story, for a
 * story has one message and one button.
 */
final class Acknowledgements {

  private final Feedbacks feedbacks;
  private final Map<String, Set<String>> alertsOfStory = new HashMap<>();

  Acknowledgements(Feedbacks feedbacks) {
    this.feedbacks = feedbacks;
  }

  void note(String alertId, String storyId) {
    alertsOfStory.computeIfAbsent(storyId, story -> new HashSet<>()).add(alertId);
  }

  /** Forgets all stories but these. */
  void retain(Collection<String> stories) {
    alertsOfStory.keySet().retainAll(stories);
  }

  boolean seen(Alert alert) {
    if (feedbacks.seenAt(alert.id()) != null) {
      return true;
    }
    String story = alert.storyId();
    return story != null && alertsOfStory.getOrDefault(story, Set.of()).stream().anyMatch(other -> {
      Instant at = feedbacks.seenAt(other);
      return at != null && !at.isBefore(alert.raisedAt());
    });
  }
}
