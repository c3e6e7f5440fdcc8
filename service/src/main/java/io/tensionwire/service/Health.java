package io.tensionwire.service;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Whether the work can be done, as its parts say: ready when all of them are. */
public final class Health {

  private final Map<String, String> problems = new ConcurrentHashMap<>();
  private final Map<String, Check> checks = new ConcurrentHashMap<>();
  private final Map<String, String> notes = new ConcurrentHashMap<>();

  /** The check of this name; a new one is not ready. */
  public Check check(String name) {
    return checks.computeIfAbsent(
        name,
        n -> {
          problems.put(n, "starting");
          return new Check(n);
        });
  }

  /** Whether there is something to be ready, and all of it is. */
  public boolean ready() {
    return !checks.isEmpty() && problems.isEmpty();
  }

  /** What is in the way, by check. */
  public Map<String, String> problems() {
    return new TreeMap<>(problems);
  }

  /** What is known of each check: {@code ready} or what is in its way, and what it notes beside. */
  public Map<String, String> states() {
    Map<String, String> states = new TreeMap<>();
    for (String name : checks.keySet()) {
      String note = notes.get(name);
      states.put(name, problems.getOrDefault(name, "ready") + (note == null ? "" : "; but " + note));
    }
    return states;
  }

  /** One part's word. */
  public final class Check {
    private final String name;

    private Check(String name) {
      this.name = name;
    }

    public void ready() {
      problems.remove(name);
    }

    /** @param reason what is in the way, for the person who reads {@code /readyz} */
    public void notReady(String reason) {
      problems.put(name, reason);
    }

    /** @param note what somebody should mend though the work can be done; {@code null}: nothing */
    public void note(@Nullable String note) {
      if (note == null) {
        notes.remove(name);
      } else {
        notes.put(name, note);
      }
    }

    public @Nullable String problem() {
      return problems.get(name);
    }
  }
}
