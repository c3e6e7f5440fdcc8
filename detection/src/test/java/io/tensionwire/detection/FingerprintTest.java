package io.tensionwire.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final String REPORT = """
      Russia's foreign ministry called in the ambassador of South Korea on Monday to protest the delivery of vehicles.
      The ambassador explained that the vehicles carry no weapons. The ministry said that the step would not be left
      without an answer. The vehicles left the port last week and will reach their destination by way of a third country.
      """;
  private static final String COPY = """
      MOSCOW (Wire) - Russia's foreign ministry called in the ambassador of South Korea Monday to protest the delivery
      of vehicles. The ambassador explained that the vehicles carry no weapons. The ministry said the step would not be
      left without an answer. The vehicles left the port last week and will reach their destination by way of a third country.
      """;
  private static final String ANOTHER = """
      South Korea's envoy in Moscow was told off by a deputy minister over a shipment to Kyiv, a spokesperson in Seoul
      confirmed. Trucks for clearing mines had been loaded in Masan. Moscow spoke of consequences and named none.
      """;

  @Test
  void nearCopiesAreAlike() {
    assertThat(Fingerprint.similarity(Fingerprint.of(REPORT), Fingerprint.of(COPY))).isGreaterThanOrEqualTo(0.7);
  }

  @Test
  void anotherReportOfTheSameEventIsNot() {
    assertThat(Fingerprint.similarity(Fingerprint.of(REPORT), Fingerprint.of(ANOTHER))).isLessThan(0.4);
  }

  @Test
  void caseSpacesAndPunctuationDoNotMatter() {
    assertThat(Fingerprint.of("Red line, said Moscow.")).isEqualTo(Fingerprint.of("red  LINE said moscow"));
  }

  @Test
  void aTextWithoutLettersIsLikeNothing() {
    assertThat(Fingerprint.similarity(Fingerprint.of("..."), Fingerprint.of("..."))).isZero();
  }
}
