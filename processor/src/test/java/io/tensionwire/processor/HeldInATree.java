package io.tensionwire.processor;

import io.tensionwire.model.Detection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.TimestampedKeyValueStoreWithHeaders;
import org.apache.kafka.streams.state.ValueTimestampHeaders;
import org.jspecify.annotations.Nullable;

/** The store of held detections without Streams around it, so that it outlives a task. */
final class HeldInATree implements TimestampedKeyValueStoreWithHeaders<String, Detection> {

  private final TreeMap<String, ValueTimestampHeaders<Detection>> held = new TreeMap<>();

  @Override
  public @Nullable ValueTimestampHeaders<Detection> get(String key) {
    return held.get(key);
  }

  @Override
  public void put(String key, ValueTimestampHeaders<Detection> value) {
    held.put(key, value);
  }

  @Override
  public @Nullable ValueTimestampHeaders<Detection> putIfAbsent(String key, ValueTimestampHeaders<Detection> value) {
    return held.putIfAbsent(key, value);
  }

  @Override
  public void putAll(List<KeyValue<String, ValueTimestampHeaders<Detection>>> entries) {
    entries.forEach(entry -> held.put(entry.key, entry.value));
  }

  @Override
  public @Nullable ValueTimestampHeaders<Detection> delete(String key) {
    return held.remove(key);
  }

  @Override
  public KeyValueIterator<String, ValueTimestampHeaders<Detection>> range(String from, String to) {
    throw new UnsupportedOperationException("nobody needs it");
  }

  @Override
  public KeyValueIterator<String, ValueTimestampHeaders<Detection>> all() {
    Iterator<Map.Entry<String, ValueTimestampHeaders<Detection>>> all = held.entrySet().iterator();
    return new KeyValueIterator<>() {
      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public KeyValue<String, ValueTimestampHeaders<Detection>> next() {
        Map.Entry<String, ValueTimestampHeaders<Detection>> entry = all.next();
        return KeyValue.pair(entry.getKey(), entry.getValue());
      }

      @Override
      public String peekNextKey() {
        throw new UnsupportedOperationException("nobody needs it");
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public long approximateNumEntries() {
    return held.size();
  }

  @Override
  public String name() {
    return InOrderOfTime.HELD_DETECTIONS;
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {}

  @Override
  public void close() {}

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public Position getPosition() {
    return Position.emptyPosition();
  }
}
