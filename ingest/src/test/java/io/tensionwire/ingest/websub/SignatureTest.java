package io.tensionwire.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values are those of RFC 4231, test case 2 (key "Jefe"), and of RFC 2202, test case 2. */
class SignatureTest {

  private static final String DATA = "what do ya want for nothing?";
  private static final String SHA256 = "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

  @ParameterizedTest
  @CsvSource({
    "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
    "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    "SHA256=5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843",
    "sha384=af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649",
    "sha512=164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b"
        + "636e070a38bce737"
  })
  void signsWhatTheStandardsSay(String header) throws IOException {
    assertThat(signature(header).signs(body(DATA), "Jefe", 1000)).isTrue();
  }

  @Test
  void anotherBodyOrAnotherSecretIsNotSigned() throws IOException {
    assertThat(signature(SHA256).signs(body(DATA + " "), "Jefe", 1000)).isFalse();
    assertThat(signature(SHA256).signs(body(DATA), "jefe", 1000)).isFalse();
    assertThat(signature(SHA256.substring(0, SHA256.length() - 2)).signs(body(DATA), "Jefe", 1000)).isFalse();
  }

  @Test
  void aBodyThatIsTooLongIsNotReadToItsEnd() throws IOException {
    InputStream endless = new InputStream() {
      @Override
      public int read() {
        return 'a';
      }
    };

    assertThat(signature(SHA256).signs(endless, "Jefe", 100_000)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha256", "sha256=xyz", "md5=9e107d9d372bb6826bd81d3542a419d6", "sha256=abc"})
  void whatIsNoSignatureIsNone(String header) {
    assertThat(Signature.parse(header)).isNull();
  }

  private static Signature signature(String header) {
    return Objects.requireNonNull(Signature.parse(header));
  }

  private static InputStream body(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }
}
