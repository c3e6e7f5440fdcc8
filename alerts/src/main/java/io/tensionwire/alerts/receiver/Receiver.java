package io.tensionwire.alerts.receiver;

import io.tensionwire.model.Alert;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where alerts are told. Called by one thread at a time. */
public interface Receiver extends AutoCloseable {

  /** As configured; the same for as long as its deliveries matter. */
  String name();

  /** Whether it can show {@code updated} and {@code closed}, which change a message that was told. */
  boolean showsEdits();

  /** Whether it shows them in what it told before, and so not at all where it told nothing. */
  default boolean keepsThreads() {
    return false;
  }

  /**
   * Whether what is told twice, because the answer to the first call was lost, is found out: by itself, which looks
   * whether it stands there already, or by its reader, who has an id to go by. Where it is not, the message says so.
   */
  default boolean recognisesRepeats() {
    return false;
  }

  /** What it may be told, in the time it says. */
  Rate rate();

  /** When it is tried again; {@code null}: as the newsroom does with all, until {@code alerts.give-up-after}. */
  default @Nullable Retries retries() {
    return null;
  }

  /** Which of its limits an alert counts against; all against {@link #rate} where it has but one. */
  default List<Lane> lanes(Alert alert) {
    return List.of(new Lane("messages", rate()));
  }

  /**
   * Tells one alert. What the receiver or the network answers is an outcome, never an exception; no outcome holds a
   * secret.
   *
   * @throws InterruptedException if told to stop; the outcome is unknown then
   */
  Outcome send(Dispatch dispatch) throws InterruptedException;

  /**
   * Tells what is no alert, under the same rules. A notice that is told again has the same id.
   *
   * @throws InterruptedException if told to stop; the outcome is unknown then
   */
  Outcome send(Notice notice) throws InterruptedException;

  /** This instance is the active one from now on: whoever can hear its readers listens. Ends with {@link #hush}. */
  default void listen(Readers readers) {}

  /** Another instance may be the active one. */
  default void hush() {}

  @Override
  default void close() {}
}
