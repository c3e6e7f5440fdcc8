package io.tensionwire.detection.memory;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Things of one kind by their keys. What is given to it and what it gives back is never changed afterwards. */
public interface Shelf<V> {

  @Nullable V get(String key);

  void put(String key, V value);

  /** Does nothing where there is none. */
  void delete(String key);

  /** Everything, in the order of the keys; nothing may be put or deleted meanwhile. */
  void forEach(BiConsumer<String, V> reader);
}
