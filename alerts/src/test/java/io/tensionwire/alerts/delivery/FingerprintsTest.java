package io.tensionwire.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintsTest {

  private final Fingerprints fingerprints = new Fingerprints();

  @Test
  void holdsEachOnce() {
    fingerprints.add(7, 1);
    fingerprints.add(7, 1);
    fingerprints.add(7, 2);

    assertThat(fingerprints.size()).isEqualTo(2);
    assertThat(fingerprints.contains(7, 2)).isTrue();
    assertThat(fingerprints.contains(7, 3)).isFalse();
    assertThat(fingerprints.contains(8, 1)).isFalse();
  }

  @Test
  void aValueOfZerosIsNoEmptyPlace() {
    assertThat(fingerprints.contains(0, 0)).isFalse();

    fingerprints.add(0, 0);

    assertThat(fingerprints.contains(0, 0)).isTrue();
    assertThat(fingerprints.size()).isEqualTo(1);
  }

  /** All of them belong at the last place of a small table: they go on at its beginning. */
  @Test
  void thoseThatMeetAtOnePlaceAreKeptApartAlsoWhenItGrows() {
    for (long low = 1; low <= 200; low++) {
      fingerprints.add(-1, low);
    }

    assertThat(fingerprints.size()).isEqualTo(200);
    for (long low = 1; low <= 200; low++) {
      assertThat(fingerprints.contains(-1, low)).isTrue();
    }
    assertThat(fingerprints.contains(-1, 201)).isFalse();
  }
}
