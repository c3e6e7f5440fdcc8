package io.tensionwire.service.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.model.yaml.Secret;
import io.tensionwire.model.yaml.Section;
import io.tensionwire.model.yaml.YamlException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {

  @TempDir Path folder;

  @Test
  void aVariableTakesThePlaceOfAnyKeyThatIsReadGivenOrNot() {
    Section root =
        section(
            "ingest:\n  max-bytes: 1\n",
            Map.of("TENSIONWIRE_INGEST_MAX_BYTES", "2", "TENSIONWIRE_INGEST_ALLOW_PRIVATE_ADDRESSES", "true"));
    Section ingest = root.section("ingest");

    assertThat(ingest.integer("max-bytes", 0, 0, 9)).isEqualTo(2);
    assertThat(ingest.flag("allow-private-addresses", false)).isTrue();
    assertThat(ingest.has("allow-private-addresses")).isTrue();
    root.rejectUnknownKeys();
  }

  @Test
  void aListIsDividedByCommasAndAnItemOfAListHasItsNumber() {
    Section root =
        section(
            "languages: [en]\nfeeds:\n  - url: https://a.example\n  - url: https://b.example\n",
            Map.of("TENSIONWIRE_LANGUAGES", "ko, ru,", "TENSIONWIRE_FEEDS_1_URL", "https://c.example"));

    assertThat(root.texts("languages")).containsExactly("ko", "ru");
    assertThat(root.sections("feeds")).extracting(f -> f.text("url")).containsExactly(
        "https://a.example", "https://c.example");
  }

  @Test
  void anEmptyVariableIsNone() {
    assertThat(section("a: 1\n", Map.of("TENSIONWIRE_A", " ")).text("a")).isEqualTo("1");
  }

  @Test
  void anErrorOfAnOverriddenValueNamesTheVariable() {
    Section root = section("http:\n  port: 1\n", Map.of("TENSIONWIRE_HTTP_PORT", "many"));

    assertThatThrownBy(() -> root.section("http").integer("port", 0, 0, 9))
        .hasMessage("TENSIONWIRE_HTTP_PORT: http.port: many is not a whole number");
  }

  @Test
  void referencesAreFilledIn() {
    Section root =
        section(
            "a: ${HOST}:${PORT:-9092}\nb: ${ABSENT:-}\nc: [\"${HOST}\", x]\nd: $HOST $1\n",
            Map.of("HOST", "ka$1\\fka"));

    assertThat(root.text("a")).isEqualTo("ka$1\\fka:9092");
    assertThat(root.text("b")).isNull();
    assertThat(root.texts("c")).containsExactly("ka$1\\fka", "x");
    assertThat(root.text("d")).isEqualTo("$HOST $1");
    assertThat(root.rawText("a")).isEqualTo("${HOST}:${PORT:-9092}");
    assertThat(root.missingVariable("a")).isNull();
  }

  @Test
  void aReferenceToNothingIsAnErrorThatNamesIt() {
    Section root = section("a: 1\nslack:\n  url: ${SLACK_WEBHOOK_URL}\n", Map.of("SLACK_WEBHOOK_URL", ""));
    Section slack = root.section("slack");

    assertThat(slack.missingVariable("url")).isEqualTo("SLACK_WEBHOOK_URL");
    assertThatThrownBy(() -> slack.text("url"))
        .isInstanceOf(YamlException.class)
        .hasMessage("file.yaml:3: slack.url: SLACK_WEBHOOK_URL is not set in the environment");
  }

  @Test
  void aReferenceIsNotShownFilledIn() {
    Section root = section("url: ${TOKEN}\n", Map.of("TOKEN", "s3cret"));

    assertThatThrownBy(() -> root.uri("url")).hasMessageStartingWith("file.yaml:1: url: ${TOKEN} is not an address");
  }

  @Test
  void aSecretComesFromTheEnvironmentOrFromTheFileThatItNames() throws Exception {
    Path file = Files.writeString(folder.resolve("url"), "https://from.file\n");
    String yaml = "receivers:\n  - url: ${UNSET}\n";

    assertThat(secret(yaml, Map.of("TENSIONWIRE_RECEIVERS_0_URL", "https://from.env"))).isEqualTo("https://from.env");
    assertThat(secret(yaml, Map.of("TENSIONWIRE_RECEIVERS_0_URL_FILE", file.toString())))
        .isEqualTo("https://from.file");
    assertThat(secret("receivers:\n  - url_file: nowhere\n", Map.of("TENSIONWIRE_RECEIVERS_0_URL", "https://from.env")))
        .isEqualTo("https://from.env");
    assertThat(secret("receivers:\n  - url_file: " + file + "\n", Map.of())).isEqualTo("https://from.file");
  }

  @Test
  void twoWordsOfTheEnvironmentAreOneTooManyAndNeitherIsShown() {
    Map<String, String> both =
        Map.of("TENSIONWIRE_RECEIVERS_0_URL", "s3cret", "TENSIONWIRE_RECEIVERS_0_URL_FILE", "nowhere");

    assertThatThrownBy(() -> secret("receivers:\n  - name: a\n", both))
        .hasMessage(
            "TENSIONWIRE_RECEIVERS_0_URL_FILE: receivers[0].url_file: nowhere is given beside url; give one of them");
  }

  @Test
  void aSecretOutOfTheEnvironmentIsNotShown() {
    Section root = section("url: a\n", Map.of("TENSIONWIRE_URL", "s3cret"));
    root.secret("url");

    assertThat(root.error("url", "is not an address")).hasMessage("TENSIONWIRE_URL: url is not an address");
  }

  private static String secret(String yaml, Map<String, String> variables) {
    Section root = section(yaml, variables);
    Section receiver = root.sections("receivers").getFirst();
    receiver.know(List.of("name"));
    Secret secret = receiver.secret("url");
    root.rejectUnknownKeys();
    return secret == null ? "" : secret.reveal();
  }

  private static Section section(String yaml, Map<String, String> variables) {
    return Section.parse(yaml, "file.yaml", new Environment(variables));
  }
}
