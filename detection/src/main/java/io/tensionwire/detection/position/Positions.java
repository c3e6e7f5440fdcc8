package io.tensionwire.detection.position;

import io.tensionwire.detection.memory.Shelf;
import io.tensionwire.detection.watch.PositionRule;
import io.tensionwire.detection.watch.WatchRules;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Position;
import io.tensionwire.model.WireName;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of the watches that one task follows. A value holds until an article that is about a later event brings
 * another; an article that is taken back takes its value with it. It asks no clock. Not for use by several threads.
 */
public final class Positions {

  /** A report that is taken back within this time was a mistake; later it is history. */
  static final Duration CORRECTABLE = Duration.ofHours(48);

  /** The {@link Position#by} of a value that the watch starts from. */
  static final String WATCH = "watch";

  /** The {@link Position#by} of a value that holds again. */
  static final String CORRECTION = "correction";

  private static final int MOST_QUOTE = 500;

  private final Shelf<PositionState> ledger;
  private final Map<String, Compiled> compiled = new HashMap<>();

  private record Compiled(WatchRules rules, Statements statements) {}

  /** What there is to tell. */
  public record Told(List<Position> positions, List<Alert> alerts) {
    public Told {
      positions = List.copyOf(positions);
      alerts = List.copyOf(alerts);
    }
  }

  public Positions(Shelf<PositionState> ledger) {
    this.ledger = ledger;
  }

  /**
   * Takes in a detection.
   *
   * @param raisedAt the time of the record that holds it
   */
  public Told follow(WatchRules rules, Detection detection, Instant raisedAt) {
    List<Position> positions = new ArrayList<>();
    List<Alert> alerts = new ArrayList<>();
    Compiled watch = compiled.get(rules.id());
    if (watch == null || watch.rules() != rules) {
      watch = new Compiled(rules, new Statements(rules));
      compiled.put(rules.id(), watch);
      rules.positions().forEach(rule -> begin(rules.id(), rule, positions));
    }
    List<Statement> statements = rules.positions().isEmpty() ? List.of() : watch.statements().of(detection);
    for (PositionRule rule : rules.positions()) {
      Optional<Statement> statement = statements.stream().filter(s -> s.rule() == rule).findFirst();
      follow(rule, statement.orElse(null), detection, raisedAt, positions, alerts);
    }
    return new Told(positions, alerts);
  }

  /** The watch's own value is written where nothing is known, or nothing but what it said before. */
  private void begin(String watchId, PositionRule rule, List<Position> positions) {
    PositionState known = ledger.get(PositionState.key(watchId, rule.party(), rule.id()));
    var start = new Position(
        watchId, rule.party(), rule.id(), rule.start(), null, rule.since().atStartOfDay(ZoneOffset.UTC).toInstant(),
        null, WATCH, null, null, null, null, null);
    boolean ours = known == null || WATCH.equals(known.position().by()) && known.position().before() == null;
    if (ours && (known == null || !known.position().equals(start))) {
      keep(PositionState.start(start), positions);
    }
  }

  private void follow(
      PositionRule rule, @Nullable Statement statement, Detection detection, Instant raisedAt,
      List<Position> positions, List<Alert> alerts) {
    PositionState state = ledger.get(PositionState.key(detection.watchId(), rule.party(), rule.id()));
    if (state == null) {
      return;
    }
    String articleId = detection.articleId();
    boolean saysSo = statement != null && statement.value().equals(state.position().value());
    if (state.supporters().contains(articleId) && !saysSo) {
      state = takeBack(rule, state.unsupported(articleId), detection, raisedAt, positions, alerts);
      saysSo = statement != null && statement.value().equals(state.position().value());
    }
    if (statement == null || state.position().since().isAfter(detection.eventAt())
        && !state.position().value().equals(statement.value())) {
      return;
    }
    Integer count = statement.count();
    boolean counts = saysSo && count != null && !count.equals(state.position().count())
        && !detection.eventAt().isBefore(state.position().since());
    if (saysSo && !counts) {
      PositionState supported = state.supported(articleId);
      // What the watch knows of itself needs nobody's support, and cannot be taken back.
      if (state.former() != null && !supported.equals(state)) {
        ledger.put(supported.key(), supported);
      }
      return;
    }
    if (!saysSo && !statement.becoming().after().isEmpty()
        && !statement.becoming().after().contains(state.position().value())) {
      return;
    }
    change(state, statement, detection, raisedAt, positions, alerts);
  }

  private void change(
      PositionState state, Statement statement, Detection detection, Instant raisedAt, List<Position> positions,
      List<Alert> alerts) {
    Position before = state.position();
    String sentence = statement.evidence().sentence();
    var now = new Position(
        before.watchId(), before.party(), before.position(), statement.value(), statement.count(),
        detection.eventAt(), before.value(), WireName.of(statement.by()),
        sentence.length() > MOST_QUOTE ? sentence.substring(0, MOST_QUOTE) : sentence, statement.evidence().speaker(),
        detection.outlet(), detection.articleId(), detection.url());
    PositionState changed = state.changed(now, detection.articleId());
    Alert alert = PositionAlert.changed(statement, before, now, detection, raisedAt);
    keep(raise(changed, alert, alerts), positions);
  }

  /** An outlet that took back what it had said, before anybody else said it, too, takes the change back. */
  private PositionState takeBack(
      PositionRule rule, PositionState state, Detection detection, Instant raisedAt, List<Position> positions,
      List<Alert> alerts) {
    Position wrong = state.position();
    Position former = state.former();
    boolean correctable = former != null && state.supporters().isEmpty()
        && Duration.between(wrong.since(), detection.fetchedAt()).compareTo(CORRECTABLE) <= 0;
    if (!correctable) {
      ledger.put(state.key(), state);
      return state;
    }
    Position right = Objects.requireNonNull(former);
    var again = new Position(
        right.watchId(), right.party(), right.position(), right.value(), right.count(), right.since(), wrong.value(),
        CORRECTION, right.quote(), right.speaker(), right.outlet(), right.articleId(), right.source());
    Alert alert = PositionAlert.takenBack(rule, wrong, again, detection, raisedAt);
    PositionState back = raise(state.takenBack(again), alert, alerts);
    keep(back, positions);
    return back;
  }

  private static PositionState raise(PositionState state, Alert alert, List<Alert> alerts) {
    if (state.raised().contains(alert.id())) {
      return state;
    }
    alerts.add(alert);
    return state.raised(alert.id());
  }

  private void keep(PositionState state, List<Position> positions) {
    ledger.put(state.key(), state);
    positions.add(state.position());
  }
}
