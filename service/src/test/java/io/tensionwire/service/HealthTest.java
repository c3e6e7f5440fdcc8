package io.tensionwire.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthTest {

  private final Health health = new Health();

  @Test
  void nothingIsReadyBeforeAnythingWasSaid() {
    assertThat(health.ready()).isFalse();
    assertThat(health.problems()).isEmpty();
  }

  @Test
  void aNewCheckIsStarting() {
    Health.Check check = health.check("kafka");

    assertThat(check.problem()).isEqualTo("starting");
    assertThat(health.ready()).isFalse();
    assertThat(health.states()).containsExactly(entry("kafka", "starting"));
  }

  @Test
  void allMustBeReady() {
    Health.Check kafka = health.check("kafka");
    Health.Check feeds = health.check("feeds");

    kafka.ready();
    assertThat(health.ready()).isFalse();

    feeds.ready();
    assertThat(health.ready()).isTrue();

    kafka.notReady("no answer");
    assertThat(health.ready()).isFalse();
    assertThat(health.problems()).containsExactly(entry("kafka", "no answer"));
    assertThat(health.states()).containsExactly(entry("feeds", "ready"), entry("kafka", "no answer"));
  }

  @Test
  void theSameNameIsTheSameCheck() {
    health.check("kafka").ready();

    assertThat(health.check("kafka").problem()).isNull();
  }

  @Test
  void aNoteStandsInNobodysWay() {
    var health = new Health();
    Health.Check check = health.check("processor");
    check.ready();

    check.note("a rule is broken");
    assertThat(health.ready()).isTrue();
    assertThat(health.states()).containsExactly(Map.entry("processor", "ready; but a rule is broken"));

    check.note(null);
    assertThat(health.states()).containsExactly(Map.entry("processor", "ready"));
  }
}
