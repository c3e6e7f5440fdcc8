package io.tensionwire.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreShelfTest {

  private static final String REFUSED = "refused";

  private final List<String> read = new ArrayList<>();
  private KeyValueStore<String, String> store;
  private StoreShelf<String> shelf;

  @BeforeEach
  void open(@TempDir Path stateDir) {
    Serializer<String> writing = (topic, text) -> {
      if (REFUSED.equals(text)) {
        throw new SerializationException(text);
      }
      return Serdes.String().serializer().serialize(topic, text);
    };
    Deserializer<String> reading = (topic, bytes) -> {
      String text = Serdes.String().deserializer().deserialize(topic, bytes);
      read.add(text);
      return text;
    };
    var context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), stateDir.toFile());
    store = Stores.keyValueStoreBuilder(
        Stores.inMemoryKeyValueStore("things"), Serdes.String(), Serdes.serdeFrom(writing, reading))
        .withLoggingDisabled().build();
    store.init(context.getStateStoreContext(), store);
    shelf = new StoreShelf<>(store);
  }

  @Test
  void whatWasPutLastIsNotReadAgain() {
    shelf.put("a", "one");
    shelf.put("a", "two");
    read.clear();

    assertThat(shelf.get("a")).isEqualTo("two");
    assertThat(read).isEmpty();
    assertThat(store.get("a")).isEqualTo("two");
  }

  @Test
  void whatTheStoreRefusesIsNotKept() {
    shelf.put("a", "one");

    assertThatThrownBy(() -> shelf.put("a", REFUSED)).isInstanceOf(SerializationException.class);

    assertThat(shelf.get("a")).isEqualTo("one");
  }

  @Test
  void whatIsDeletedIsGone() {
    shelf.put("a", "one");
    shelf.delete("a");

    assertThat(shelf.get("a")).isNull();
  }

  @Test
  void whatWasUsedLongAgoIsReadFromTheStore() {
    for (int i = 0; i < 1000; i++) {
      shelf.put("a" + i, "number " + i);
    }
    read.clear();

    assertThat(shelf.get("a0")).isEqualTo("number 0");
    assertThat(read).containsExactly("number 0");
  }

  @Test
  void aNewShelfHasWhatTheStoreHas() {
    shelf.put("a", "one");

    assertThat(new StoreShelf<>(store).get("a")).isEqualTo("one");
  }
}
