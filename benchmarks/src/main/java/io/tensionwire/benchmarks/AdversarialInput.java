package io.tensionwire.benchmarks;

import io.tensionwire.detection.Detector;
import io.tensionwire.detection.Judgement;
import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Five megabytes (UTF-8) of what somebody might send to keep the detector busy, judged by the shipped watch. The title
 * names both parties, so that nothing is passed over.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = {"-Xms1g", "-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 5)
@Measurement(iterations = 5)
public class AdversarialInput {
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  @Param
  @SuppressWarnings("NullAway.Init") // set by JMH
  Input input;

  @SuppressWarnings("NullAway.Init") // set up
  private Detector detector;
  @SuppressWarnings("NullAway.Init") // set up
  private Article article;

  @Setup
  public void prepare() throws IOException {
    detector = Detector.parse(Files.readString(Path.of("config", "watches", "korea-russia.yaml")), "korea-russia.yaml");
    article = input.article(5_000_000);
  }

  @Benchmark
  public Judgement judge() {
    return detector.judge(article);
  }

  /** What is repeated. */
  public enum Input {
    PHRASE("South Korea and Russia: unfriendly nation, red line. "),
    WORDS_OF_A_PHRASE("unfriendly red unfriendly red unfriendly red line "),
    TRIGGER_WITH_GAPS("summoned one two three four ambassador five six seven "),
    NO_AND_IF("not if Russia not red line if South Korea not unfriendly "),
    ONE_WORD("unfriendly"),
    SYLLABLES("한국러시아외교장관회담제재우크라이나무기지원"),
    KOREAN("한국 러시아 외교부 대사 초치 제재 우크라이나 무기 지원 "),
    RUSSIAN("Россия и Южная Корея посол вызван в МИД недружественный шаг санкции не "),
    QUOTES("\"«“South Korea’s “red line” Russia»\" "),
    MARKS("!?.\"')] a"),
    MARKS_ALONE("!"),
    BREAKS("\n \n"),
    SPACES("Russia.  \t  \n    "),
    COMBINING("e\u0301\u0323\u0301\u0323\u0301\u0323"),
    COMBINING_ALONE("\u0301\u0323"),
    INVISIBLE("Rus\u00ADsia\u200B\u200B\u200B "),
    INVISIBLE_ALONE("\u00AD"),
    FULL_WIDTH("Ｒｕｓｓｉａ　ｒｅｄ　ｌｉｎｅ　"),
    NAMES("Russia South Korea North Korea China Japan both sides Kremlin Seoul "),
    ONE_SENTENCE("South Korea Russia ambassador summoned ministry protest arms Ukraine warned retaliation relations, ");

    private final String repeated;

    Input(String repeated) {
      this.repeated = repeated;
    }

    Article article(int bytes) {
      String title = switch (this) {
        case SYLLABLES, KOREAN -> "한국과 러시아, 대사 초치";
        case RUSSIAN -> "Россия и Южная Корея: посол вызван в МИД";
        default -> "South Korea summons the ambassador of Russia over the talks";
      };
      // So that the language is beyond doubt.
      String opening = switch (this) {
        case SYLLABLES, KOREAN, RUSSIAN -> "";
        default -> "It was the news of the day that the two of them have been in talks for most of it. ".repeat(30);
      };
      return Article.builder(URI.create("https://courier.example/1")).title(title)
          .body(opening + repeated.repeat(bytes / repeated.getBytes(StandardCharsets.UTF_8).length), BodySource.PAGE)
          .publishedAt(NOW).fetchedAt(NOW).build();
    }
  }
}
