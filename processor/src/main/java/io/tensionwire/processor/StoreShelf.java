package io.tensionwire.processor;

import io.tensionwire.detection.memory.Shelf;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A state store as a shelf. What was put or asked for last is kept as it is: to read a story from its JSON costs more
 * than to follow an article, and a story that moves is asked for with each of its articles. The store is this task's
 * alone, and a task that starts again gets a new shelf, so what is kept is what the store holds.
 */
final class StoreShelf<V> implements Shelf<V> {

  /** Things that are kept: some megabytes at most. */
  private static final int KEPT = 256;

  private final KeyValueStore<String, V> store;

  /** The least lately used first. */
  private final Map<String, V> kept = new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
      return size() > KEPT;
    }
  };

  StoreShelf(KeyValueStore<String, V> store) {
    this.store = store;
  }

  @Override
  public @Nullable V get(String key) {
    V known = kept.get(key);
    if (known == null) {
      known = store.get(key);
      if (known != null) {
        kept.put(key, known);
      }
    }
    return known;
  }

  @Override
  public void put(String key, V value) {
    kept.remove(key); // the store may refuse it
    store.put(key, value);
    kept.put(key, value);
  }

  @Override
  public void delete(String key) {
    kept.remove(key);
    store.delete(key);
  }

  @Override
  public void forEach(BiConsumer<String, V> reader) {
    try (KeyValueIterator<String, V> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<String, V> entry = all.next();
        reader.accept(entry.key, entry.value);
      }
    }
  }
}
