package io.tensionwire.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FallbacksTest {

  private final Fallbacks fallbacks = new Fallbacks(
      Duration.ofMinutes(10), null, Map.of("desk", "mail", "mail", "console", "left", "right", "right", "left"));

  @Test
  void theFirstThatLivesTells() {
    assertThat(fallbacks.of("desk", Set.of("desk")::contains)).isEqualTo("mail");
    assertThat(fallbacks.of("desk", Set.of("desk", "mail")::contains)).isEqualTo("console");
  }

  @Test
  void whereNobodyLivesNobodyTells() {
    assertThat(fallbacks.of("desk", receiver -> true)).isNull();
    assertThat(fallbacks.of("console", Set.of("console")::contains)).isNull();
  }

  @Test
  void aCircleEnds() {
    assertThat(fallbacks.of("left", Set.of("left")::contains)).isEqualTo("right");
    assertThat(fallbacks.of("left", Set.of("left", "right")::contains)).isNull();
  }
}
