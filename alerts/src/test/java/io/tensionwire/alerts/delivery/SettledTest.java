package io.tensionwire.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SettledTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Settled settled = new Settled(Duration.ofDays(90));

  @Test
  void knowsEachKeyAndNoOther() {
    for (int i = 0; i < 5000; i++) {
      settled.add("alert-" + i + "/desk", START.plusSeconds(i));
    }

    for (int i = 0; i < 5000; i++) {
      assertThat(settled.contains("alert-" + i + "/desk")).isTrue();
      assertThat(settled.contains("alert-" + i + "/other")).isFalse();
    }
    assertThat(settled.size()).isEqualTo(5000);
  }

  @Test
  void theSameKeyIsKeptOnce() {
    settled.add("a/desk", START);
    settled.add("a/desk", START.plus(Duration.ofDays(30)));

    assertThat(settled.size()).isEqualTo(1);
  }

  @Test
  void whatCannotComeAgainIsForgotten() {
    for (int day = 0; day < 1000; day++) {
      settled.add("alert-" + day, START.plus(Duration.ofDays(day)));
    }

    assertThat(settled.size()).isLessThanOrEqualTo(101);
    assertThat(settled.contains("alert-0")).isFalse();
    for (int day = 909; day < 1000; day++) {
      assertThat(settled.contains("alert-" + day)).as("of day %d", day).isTrue();
    }
  }

  @Test
  void whatIsTooOldAlreadyIsNotTakenUp() {
    settled.add("new", START.plus(Duration.ofDays(400)));
    settled.add("old", START);

    assertThat(settled.contains("old")).isFalse();
    assertThat(settled.size()).isEqualTo(1);
  }
}
