package io.tensionwire.detection.position;

import static java.util.Objects.requireNonNull;

import io.tensionwire.model.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A position as it is remembered.
 *
 * @param position as it was last told
 * @param former what it was before: it holds again when the reports that changed it are taken back
 * @param supporters ids of articles that say the present value, the first {@link #MOST}
 * @param raised ids of the newest alerts, so that a change to and fro within a day is told once
 */
public record PositionState(
    Position position, @Nullable Position former, List<String> supporters, List<String> raised) {

  static final int MOST = 50;

  public PositionState {
    requireNonNull(position, "position is missing");
    supporters = supporters == null ? List.of() : List.copyOf(supporters);
    raised = raised == null ? List.of() : List.copyOf(raised);
  }

  static String key(String watchId, String party, String position) {
    return String.join("/", watchId, party, position);
  }

  String key() {
    return key(position.watchId(), position.party(), position.position());
  }

  /** The value that the watch gives. */
  static PositionState start(Position position) {
    return new PositionState(position, null, List.of(), List.of());
  }

  PositionState changed(Position next, String articleId) {
    return new PositionState(next, position, List.of(articleId), raised);
  }

  PositionState supported(String articleId) {
    if (supporters.contains(articleId) || supporters.size() >= MOST) {
      return this;
    }
    List<String> more = new ArrayList<>(supporters);
    more.add(articleId);
    return new PositionState(position, former, more, raised);
  }

  PositionState unsupported(String articleId) {
    return new PositionState(
        position, former, supporters.stream().filter(id -> !id.equals(articleId)).toList(), raised);
  }

  /** What it was before holds again. */
  PositionState takenBack(Position again) {
    return new PositionState(again, null, List.of(), raised);
  }

  PositionState raised(String alertId) {
    List<String> more = new ArrayList<>(raised);
    more.add(alertId);
    return new PositionState(position, former, supporters, more.subList(Math.max(0, more.size() - MOST), more.size()));
  }
}
