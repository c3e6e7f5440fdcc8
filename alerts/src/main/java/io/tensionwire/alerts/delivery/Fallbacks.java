package io.tensionwire.alerts.delivery;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who tells what a dead receiver should have told.
 *
 * @param deadAfter without an answer
 * @param operations hears of receivers that die and return; {@code null}: as the route says
 * @param byReceiver the fallback of each that has one
 */
public record Fallbacks(Duration deadAfter, @Nullable String operations, Map<String, String> byReceiver) {

  public static final Duration DEAD_AFTER = Duration.ofMinutes(10);

  public Fallbacks {
    byReceiver = Map.copyOf(byReceiver);
  }

  /** The first along its fallbacks that lives; {@code null} where there is none. */
  public @Nullable String of(String receiver, Predicate<String> dead) {
    Set<String> asked = new HashSet<>(Set.of(receiver));
    for (String next = byReceiver.get(receiver); next != null && asked.add(next); next = byReceiver.get(next)) {
      if (!dead.test(next)) {
        return next;
      }
    }
    return null;
  }
}
