package io.tensionwire.detection.memory;

import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A shelf that is gone with the process, for backtests and tests. Not for use by several threads. */
public final class HeapShelf<V> implements Shelf<V> {

  private final TreeMap<String, V> things = new TreeMap<>();

  @Override
  public @Nullable V get(String key) {
    return things.get(key);
  }

  @Override
  public void put(String key, V value) {
    things.put(key, value);
  }

  @Override
  public void delete(String key) {
    things.remove(key);
  }

  @Override
  public void forEach(BiConsumer<String, V> reader) {
    things.forEach(reader);
  }
}
