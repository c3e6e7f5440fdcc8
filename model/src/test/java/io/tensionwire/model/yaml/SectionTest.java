package io.tensionwire.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.model.Severity;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SectionTest {

  private static final String VALID =
      """
      # a comment on line 1
      text: words of one line
      empty:
      number: 42
      flag: yes
      duration: 10m
      uri: https://a.example/feed
      zone: Asia/Seoul
      date: 2026-11-21
      choice: high
      single: one
      list:
        - one
        - two
      section:
        inner: value
      sections:
        - name: first
        - name: second
      """;

  @TempDir Path folder;

  @Test
  void eachKindOfValueIsRead() {
    Section section = parse(VALID);

    assertThat(section.text("text")).isEqualTo("words of one line");
    assertThat(section.required("text")).isEqualTo("words of one line");
    assertThat(section.rawText("text")).isEqualTo("words of one line");
    assertThat(section.integer("number", 1, 0, 100)).isEqualTo(42);
    assertThat(section.flag("flag", false)).isTrue();
    assertThat(section.duration("duration")).isEqualTo(Duration.ofMinutes(10));
    assertThat(section.uri("uri")).isEqualTo(URI.create("https://a.example/feed"));
    assertThat(section.zone("zone")).isEqualTo(ZoneId.of("Asia/Seoul"));
    assertThat(section.date("date")).isEqualTo(LocalDate.of(2026, 11, 21));
    assertThat(section.choice("choice", Severity.class)).isEqualTo(Severity.HIGH);
    assertThat(section.texts("list")).containsExactly("one", "two");
    assertThat(section.textLines("list")).containsExactly(13, 14);
    assertThat(section.texts("single")).containsExactly("one");
    assertThat(section.textLines("single")).containsExactly(11);
    assertThat(section.section("section").text("inner")).isEqualTo("value");
    assertThat(section.section("section").path()).isEqualTo("section");
    assertThat(section.sections("sections")).extracting(s -> s.text("name")).containsExactly("first", "second");
    assertThat(section.sections("sections").get(1).path()).isEqualTo("sections[1]");
    assertThat(section.sections("sections").get(1).line()).isEqualTo(19);
    assertThat(section.line("choice")).isEqualTo(10);
    assertThat(section.source()).isEqualTo("file.yaml");
    assertThat(section.keys()).startsWith("text", "empty").hasSize(13);
  }

  @Test
  void whatIsNotGivenIsAbsentOrItsDefault() {
    Section section = parse("empty:\nblank: '  '\n");

    for (String key : List.of("empty", "blank", "absent")) {
      assertThat(section.text(key)).isNull();
      assertThat(section.text(key, "otherwise")).isEqualTo("otherwise");
      assertThat(section.integer(key, 7, 0, 9)).isEqualTo(7);
      assertThat(section.flag(key, true)).isTrue();
      assertThat(section.duration(key)).isNull();
      assertThat(section.duration(key, Duration.ZERO)).isZero();
      assertThat(section.uri(key)).isNull();
      assertThat(section.zone(key)).isNull();
      assertThat(section.date(key)).isNull();
      assertThat(section.choice(key, Severity.class, Severity.NOTICE)).isEqualTo(Severity.NOTICE);
      assertThat(section.secret(key)).isNull();
      assertThat(section.texts(key)).isEmpty();
    }
    assertThat(section.section("empty").keys()).isEmpty();
    assertThat(section.sections("empty")).isEmpty();
    assertThat(parse("").keys()).isEmpty();
    assertThat(parse("# nothing but a comment\n").keys()).isEmpty();
    assertThat(section.has("empty")).isTrue();
    assertThat(section.has("absent")).isFalse();
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("a: 1\nn: many\n", s -> s.integer("n", 0, 0, 9), "file.yaml:2: n: many is not a whole number"),
        mistake("n: 10\n", s -> s.integer("n", 0, 0, 9), "file.yaml:1: n: 10 must be from 0 to 9"),
        mistake("f: maybe\n", s -> s.flag("f", true), "file.yaml:1: f: maybe must be true or false"),
        mistake("d: soon\n", s -> s.duration("d"), "file.yaml:1: d: soon is not a length of time; write it like 500ms"),
        mistake("u: a.example\n", s -> s.uri("u"), "file.yaml:1: u: a.example is not an address; write it like https"),
        mistake("u: 'http://a b'\n", s -> s.uri("u"), "file.yaml:1: u: http://a b is not an address"),
        mistake("z: Seoul\n", s -> s.zone("z"), "file.yaml:1: z: Seoul is not a time zone; write it like Asia/Seoul"),
        mistake("d: 21.11.2026\n", s -> s.date("d"), "file.yaml:1: d: 21.11.2026 is not a date; write it like 2026"),
        mistake("s: hihg\n", s -> s.choice("s", Severity.class),
            "file.yaml:1: s: hihg is not known; did you mean high?"),
        mistake("s: purple-ish\n", s -> s.choice("s", Severity.class), "is none of notice, elevated, high, critical"),
        mistake("a: 1\n", s -> s.required("n"), "file.yaml:1: n is missing"),
        mistake("t: [1]\n", s -> s.text("t"), "file.yaml:1: t must be a single value"),
        mistake("t:\n  - a\n  -\n", s -> s.texts("t"), "file.yaml:3: t has an empty item"),
        mistake("t:\n  - a\n  - b: c\n", s -> s.texts("t"), "file.yaml:3: t must be a single value"),
        mistake("s: text\n", s -> s.section("s"), "file.yaml:1: s: text must be a section of 'key: value' lines"),
        mistake("s: text\n", s -> s.sections("s"), "file.yaml:1: s: text must be a list, each item on a line"),
        mistake("s:\n  - a\n", s -> s.sections("s"), "file.yaml:2: s[0] must be a section of 'key: value' lines"),
        mistake("s:\n  i:\n    n: x\n", s -> s.section("s").section("i").integer("n", 0, 0, 1),
            "file.yaml:3: s.i.n: x is not a whole number"),
        mistake("s:\n  - n: 1\n  - n: x\n", s -> s.sections("s").get(1).integer("n", 0, 0, 1),
            "file.yaml:3: s[1].n: x is not a whole number"));
  }

  private static Arguments mistake(String yaml, Consumer<Section> read, String message) {
    return Arguments.of(yaml, read, message);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsToldWithFileLineKeyValueAndRemedy(String yaml, Consumer<Section> read, String message) {
    Section section = parse(yaml);

    assertThatThrownBy(() -> read.accept(section))
        .isInstanceOf(YamlException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  static Stream<Arguments> noDocuments() {
    return Stream.of(
        Arguments.of("a: [1\n", "file.yaml:2: not YAML: "),
        Arguments.of("a:\n\tb: 1\n", "file.yaml:2: not YAML: found character '\\t(TAB)'"),
        Arguments.of("a: \u0001\n", "file.yaml: not YAML: special characters are not allowed"),
        Arguments.of("just words", "file.yaml:1: must be a list of 'key: value' lines"),
        Arguments.of("- a\n", "file.yaml:1: must be a list of 'key: value' lines"),
        Arguments.of("a: 1\n---\nb: 2\n", "not YAML: "),
        Arguments.of("a: 1\nb: 2\na: 3\n", "file.yaml:3: a is given twice"),
        Arguments.of("? [a]\n: b\n", "file.yaml:1: a key must be plain text"),
        Arguments.of("a: *unknown\n", "file.yaml:1: not YAML: found undefined alias unknown"),
        Arguments.of("a: &a [*a]\n", "file.yaml:1: not YAML: this anchor contains itself"),
        Arguments.of("a: &a\n  b: {c: *a}\n", "not YAML: this anchor contains itself"),
        Arguments.of("a: " + "[".repeat(10_000), "not YAML: "),
        Arguments.of("a: " + "x".repeat(1_100_000), "not YAML: "),
        Arguments.of(laughs(), "not YAML: Number of aliases"));
  }

  @ParameterizedTest
  @MethodSource("noDocuments")
  @Timeout(60) // what swells when it is read would take far longer
  void whatIsNoDocumentIsRefusedAtOnceInOneLine(String yaml, String message) {
    assertThatThrownBy(() -> parse(yaml))
        .isInstanceOf(YamlException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  @Test
  void duplicatesAreFoundAtAnyDepth() {
    Section section = parse("a:\n  b:\n    c: 1\n    c: 2\n");

    assertThatThrownBy(() -> section.section("a").section("b")).hasMessage("file.yaml:4: a.b.c is given twice");
  }

  @Test
  void aByteOrderMarkAnchorsAndQuotesAreOrdinary() {
    Section section = parse("\uFEFFbase: &base\n  a: 'on'\nother: *base\n");

    assertThat(section.section("base").flag("a", false)).isTrue();
    assertThat(section.section("other").flag("a", false)).isTrue();
  }

  @Test
  void aKeyThatNobodyAskedForIsRefusedWithTheNearest() {
    Section section = parse("ingest:\n  feeds:\n    - id: a\n      lnaguage: en\n");
    Section feed = section.section("ingest").sections("feeds").getFirst();
    feed.text("id");
    feed.text("language");

    assertThatThrownBy(section::rejectUnknownKeys)
        .hasMessage("file.yaml:4: ingest.feeds[0].lnaguage is not known; did you mean ingest.feeds[0].language?");
  }

  @Test
  void aKeyThatIsLikeNoneIsRefusedWithAllThatAreKnown() {
    Section section = parse("completely-different: 1\n");
    section.know(List.of("b", "a"));

    assertThatThrownBy(section::rejectUnknownKeys)
        .hasMessage("file.yaml:1: completely-different is not known; known here: a, b");
  }

  @Test
  void aSectionReadByTwoKnowsTheKeysOfBoth() {
    Section section = parse("http:\n  listen: a\n  token: b\nlist:\n  - x: 1\n    y: 2\n");
    section.section("http").text("listen");
    section.section("http").text("token");
    section.sections("list").getFirst().text("x");
    section.sections("list").getFirst().text("y");

    section.rejectUnknownKeys();

    assertThat(section.section("http")).isSameAs(section.section("http"));
  }

  @Test
  void settingsAreFlattenedWhateverTheirShape() {
    Section kafka = parse("kafka:\n  bootstrap.servers: [a:1, b:2]\n  ssl:\n    key:\n      password: p\n  empty:\n")
        .section("kafka");

    assertThat(kafka.settings())
        .isEqualTo(Map.of("bootstrap.servers", "a:1,b:2", "ssl.key.password", "p"));
    kafka.rejectUnknownKeys();
  }

  @Test
  void aSecretIsReadFromTheKeyOrFromAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "s3cret\n");
    Section section = parse("a: s3cret\nb_file: " + file + "\n");

    assertThat(section.secret("a")).isEqualTo(new Secret("s3cret"));
    assertThat(section.secret("b")).isEqualTo(new Secret("s3cret"));
    section.rejectUnknownKeys();
  }

  @Test
  void aSecretIsNeverShown() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty"));
    Section section =
        parse("a: s3cret\nb: s3cret\nb_file: nowhere\nc_file: nowhere\nd_file: " + empty + "\ne_file: \"\\0\"\n"
            .replace("\\0", "\\u0000"));

    assertThat(section.secret("a")).hasToString("(secret)");
    assertThat(section.error("a", "is not an address")).hasMessage("file.yaml:1: a is not an address");
    assertThatThrownBy(() -> section.secret("b"))
        .hasMessage("file.yaml:3: b_file: nowhere is given beside b; give one of them");
    assertThatThrownBy(() -> section.secret("c")).hasMessage("file.yaml:4: c_file: nowhere cannot be read");
    assertThatThrownBy(() -> section.secret("d")).hasMessageEndingWith("is an empty file");
    assertThatThrownBy(() -> section.secret("e")).hasMessageEndingWith("cannot be read");
  }

  @Test
  void anErrorOfASectionNamesItsPlace() {
    Section route = parse("route:\n  routes:\n    - receiver: a\n").section("route").sections("routes").getFirst();

    assertThat(route.error("has no matchers")).hasMessage("file.yaml:3: route.routes[0]: has no matchers");
    assertThat(route.error("has no matchers").reason()).isEqualTo("route.routes[0]: has no matchers");
    assertThat(parse("a: 1").error("is empty")).hasMessage("file.yaml:1: is empty");
  }

  /** A few lines that would be a thousand million strings. */
  private static String laughs() {
    var yaml = new StringBuilder("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
    for (int i = 1; i < 9; i++) {
      String alias = "*a" + (i - 1);
      yaml.append("a" + i + ": &a" + i + " [").append((alias + ", ").repeat(9)).append(alias).append("]\n");
    }
    return yaml.toString();
  }

  private static Section parse(String yaml) {
    return Section.parse(yaml, "file.yaml");
  }

  @Test
  void aDocumentThatIsReadToItsEndTellsOfEveryMistake() {
    List<YamlException> mistakes = new ArrayList<>();
    Section section = Section.parse(
        """
        port: many
        port: 80
        wait: [soon, "", later]
        items: [{ name: a }, b, { name: [c] }]
        colour: red
        """, "watch.yaml", mistakes::add);

    assertThat(section.integer("port", 1, 1, 100)).isEqualTo(80);
    assertThat(section.texts("wait")).containsExactly("soon", "later");
    assertThat(section.sections("items")).extracting(item -> item.text("name")).containsExactly("a", null);
    assertThat(section.required("place")).isEmpty();
    section.rejectUnknownKeys();

    assertThat(YamlException.of(mistakes).mistakes()).extracting(Throwable::getMessage).containsExactly(
        "watch.yaml:1: place is missing",
        "watch.yaml:2: port is given twice",
        "watch.yaml:3: wait has an empty item",
        "watch.yaml:4: items[1] must be a section of 'key: value' lines",
        "watch.yaml:4: items[2].name must be a single value",
        "watch.yaml:5: colour is not known; known here: items, place, port, wait");
  }
}
