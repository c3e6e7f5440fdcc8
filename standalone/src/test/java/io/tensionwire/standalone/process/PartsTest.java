package io.tensionwire.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PartsTest {

  private final List<String> closed = new ArrayList<>();

  @Test
  void whatWasStartedFirstIsClosedLast() {
    try (var parts = new Parts()) {
      parts.add("broker", () -> closed.add("broker"));
      parts.add("app", () -> closed.add("app"));
    }

    assertThat(closed).containsExactly("app", "broker");
  }

  @Test
  void onePartThatFailsDoesNotKeepTheOthersOpen() {
    try (var parts = new Parts()) {
      parts.add("broker", () -> closed.add("broker"));
      parts.add("app", () -> {
        throw new IllegalStateException("cannot close");
      });
    }

    assertThat(closed).containsExactly("broker");
  }

  @Test
  void partsBesideEachOtherAreClosedAtTheSameTime() {
    var both = new CyclicBarrier(2);
    try (var parts = new Parts()) {
      parts.add("broker", () -> closed.add("broker"));
      parts.add("one", () -> both.await(10, TimeUnit.SECONDS));
      parts.addBeside("other", () -> {
        both.await(10, TimeUnit.SECONDS);
        closed.add("other");
      });
    }

    assertThat(closed).containsExactly("other", "broker");
  }
}
