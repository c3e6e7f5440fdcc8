package io.tensionwire.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

  private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

  @ParameterizedTest
  @CsvSource({"1,1000", "2,2000", "3,4000", "5,16000", "6,30000", "50,30000", "2147483647,30000", "0,1000"})
  void doublesUpToItsMostAndSpreadsOverTheUpperHalf(int failures, long ceiling) {
    var random = new Random(1);

    var pauses = IntStream.range(0, 500).mapToObj(i -> backoff.after(failures, random).toMillis()).toList();

    assertThat(pauses).allMatch(pause -> pause >= ceiling / 2 && pause <= ceiling);
    assertThat(pauses).anyMatch(pause -> pause > ceiling * 9 / 10).anyMatch(pause -> pause < ceiling * 6 / 10);
  }

  @Test
  void boundsThatAreNoneAreRefused() {
    assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)))
        .hasMessageContaining("from PT0S to PT1S");
    assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
