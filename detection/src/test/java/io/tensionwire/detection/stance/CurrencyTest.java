package io.tensionwire.detection.stance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.Detector;
import io.tensionwire.detection.Judgement;
import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Signal;
import io.tensionwire.model.WireName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is news and what is told again, as of the article's own date, in every form the agencies use. */
class CurrencyTest {
  private static final Detector DETECTOR = Detector.parse(text("watch.yaml"), "watch.yaml");
  private static final String ENGLISH = "Trains ran on time on Friday. The market opened late. ";
  private static final String KOREAN = "금요일 열차는 제때 달렸다. 시장은 늦게 문을 열었다. ";
  private static final String RUSSIAN = "В пятницу поезда шли вовремя. Рынок открылся поздно. ";

  /** A line of currency.txt. */
  record Told(boolean current, String category, String date, boolean lead, String sentence) {}

  static List<Told> told() {
    return text("currency.txt").lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(" \\| ", 5))
        .map(part -> new Told(part[0].equals("current"), part[1], part[2], part[3].equals("lead"), part[4])).toList();
  }

  @ParameterizedTest
  @MethodSource("told")
  void newsIsToldFromRecap(Told told) {
    String filler = told.sentence().codePoints().anyMatch(c -> c >= 0xAC00) ? KOREAN
        : told.sentence().codePoints().anyMatch(c -> c >= 0x400) ? RUSSIAN : ENGLISH;
    String body = told.lead() ? told.sentence() + " " + filler : filler.repeat(4) + told.sentence();

    assertThat(signals(told.date(), body))
        .filteredOn(signal -> WireName.of(Objects.requireNonNull(signal.category())).equals(told.category()))
        .isNotEmpty().allSatisfy(signal -> assertThat(signal.current()).isEqualTo(told.current()));
  }

  @Test
  void whatIsEarlierIsNewsWhereTheLeadIsAboutIt() {
    String body = "Seoul summoned the Russian ambassador on Friday. " + ENGLISH
        + "Moscow had summoned the South Korean ambassador the day before.";

    assertThat(signals("2026-11-21", body)).extracting(Signal::current).containsExactly(true, true);
  }

  @Test
  void whatGoesOnFromRecapIsRecap() {
    String body = ENGLISH + "In 2022 Seoul imposed new sanctions on Russia. In response, Moscow promised retaliation against"
        + " South Korea.";

    assertThat(signals("2026-11-21", body)).hasSize(2).extracting(Signal::current).containsOnly(false);
  }

  private static List<Signal> signals(String date, String body) {
    Instant then = Instant.parse(date + "T09:00:00Z");
    Article article = Article.builder(URI.create("https://courier.example/1")).title("Seoul, Moscow")
        .body(body, BodySource.PAGE).publishedAt(then).fetchedAt(then).build();
    return ((Judgement.Named) DETECTOR.judge(article)).detection().signals();
  }

  private static String text(String name) {
    try (InputStream stream = CurrencyTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
