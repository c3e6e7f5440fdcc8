package io.tensionwire.alerts.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.model.yaml.Secret;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {

  /** The vector that the specification's own libraries are tested with. */
  @Test
  void signsAsTheSpecificationDoes() {
    var key = SigningKey.of(new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

    assertThat(key.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}".getBytes(UTF_8)))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_", "whsec_c2hvcnQ=", "whsec_not base64 at all, whatever it is",
    "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
  })
  void whatIsNoKeyIsRefusedUnseen(String text) {
    assertThatThrownBy(() -> SigningKey.of(new Secret(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(e -> assertThat(String.valueOf(e.getMessage()).split(" ")).doesNotContain(text, text.substring(6)));
  }

  @ParameterizedTest
  @ValueSource(ints = {24, 64})
  void theShortestAndTheLongestKeyAreKeys(int bytes) {
    var key = SigningKey.of(new Secret("whsec_" + Base64.getEncoder().encodeToString(new byte[bytes])));

    assertThat(key.sign("msg_1", 1, new byte[0])).startsWith("v1,");
    assertThat(key).hasToString("(secret)");
  }
}
