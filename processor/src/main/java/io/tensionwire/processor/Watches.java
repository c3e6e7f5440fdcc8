package io.tensionwire.processor;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The watches in force, by their ids. What {@link #inForce} gives never changes: an article is judged by one state of
 * the rules, whatever is pushed meanwhile.
 */
final class Watches {

  private volatile SortedMap<String, Watching> byId = new TreeMap<>();

  Watches(Collection<Watching> watches) {
    watches.forEach(this::put);
  }

  /** In the order of their ids, so that a replay writes the same records in the same order. */
  Collection<Watching> inForce() {
    return byId.values();
  }

  @Nullable Watching get(String id) {
    return byId.get(id);
  }

  /** From the next article on it is judged by this watch, in every task. */
  synchronized void put(Watching watch) {
    SortedMap<String, Watching> changed = new TreeMap<>(byId);
    changed.put(watch.id(), watch);
    byId = Collections.unmodifiableSortedMap(changed);
  }

  /** From the next article on nothing is judged by it. */
  synchronized void remove(String id) {
    SortedMap<String, Watching> changed = new TreeMap<>(byId);
    changed.remove(id);
    byId = Collections.unmodifiableSortedMap(changed);
  }

  List<String> ids() {
    return List.copyOf(byId.keySet());
  }
}
