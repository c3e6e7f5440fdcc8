package io.tensionwire.detection.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tensionwire.detection.memory.HeapShelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Two real interviews with the same ambassador, twelve days apart: the same speaker, the same topics, two stories. They
 * are not part of the project; where their folder is absent, the test says so and is skipped.
 */
class SeedStoriesTest {

  private static final Instant FIRST = Instant.parse("2024-01-25T06:00:00Z");
  private static final Instant SECOND = Instant.parse("2024-02-07T01:00:00Z");

  /** The second in our own words. */
  private static final String IN_KOREAN =
      """
      (서울=바다통신) 주한 러시아대사는 6일 인터뷰에서 한러 관계가 기대만큼 좋지는 않지만 바닥까지 떨어진 것은 아니라고 말했다.
      대사는 지금의 관계를 안정적으로 관리하고 더 나빠지지 않게 하는 것이 최우선 과제라며 대립 수준으로 번질 행동을 서로 삼가야 한다고 강조했다. \
      한국이 우크라이나에 살상무기를 보내지 않고 인도적 지원에 머문 점은 높이 평가했다.
      그는 비우호국 명단에서 한국을 빼려면 최소한 대러 제재부터 철회해야 한다고 했고, 북한과의 군사 협력 의혹은 근거가 없다고 부인했다.
      """;
  private static final String IN_RUSSIAN =
      """
      Россия не хочет, чтобы отношения с Южной Кореей опустились на самое дно, заявил российский посол в Сеуле в интервью \
      южнокорейскому агентству во вторник. По его словам, связи двух стран не так хороши, как хотелось бы, однако дна они \
      не достигли, и главная задача сейчас – сохранить их стабильными и не допустить дальнейшего ухудшения.
      Дипломат положительно оценил то, что Сеул не поставляет Киеву летальное оружие и ограничивается гуманитарной помощью.
      Чтобы покинуть перечень недружественных стран, Республика Корея должна как минимум отменить санкции против России, \
      сказал посол. Обвинения в военном сотрудничестве с КНДР он назвал беспочвенными.
      """;

  private final StoryBook book = new StoryBook(new HeapShelf<>(), new HeapShelf<>(), StorySettings.USUAL);

  @Test
  void theInterviewsAreTwoStoriesAndWhatReportsTheSecondJoinsIt() throws IOException {
    Path seeds = seeds();
    assumeTrue(Files.isDirectory(seeds), "the seed articles are not here: no ../shared/seeds");
    News first = seed(seeds, "000", FIRST);
    News second = seed(seeds, "001", SECOND);

    String firstStory = follow(first);
    String secondStory = follow(second);

    assertThat(secondStory).isNotEqualTo(firstStory);
    assertThat(follow(syndicated(second))).isEqualTo(secondStory);
    assertThat(follow(news("ko", "주한 러 대사 \"한러관계 바닥 아냐…더 나빠지지 않게 관리해야\"", IN_KOREAN, SECOND.plusSeconds(7_200))))
        .isEqualTo(secondStory);
    assertThat(follow(news(
        "ru", "Посол РФ в Сеуле: отношения с Южной Кореей не достигли дна", IN_RUSSIAN, SECOND.plusSeconds(10_800))))
        .isEqualTo(secondStory);
  }

  /** Without its last third, under another headline. */
  private static News syndicated(News wire) {
    return news(
        "syndicated", "Russian ambassador wants stable ties with Seoul",
        wire.text().substring(0, wire.text().length() * 2 / 3), SECOND.plusSeconds(3_600));
  }

  private static News seed(Path seeds, String number, Instant at) throws IOException {
    try (Stream<Path> files = Files.list(seeds)) {
      Path file = files.filter(f -> String.valueOf(f.getFileName()).startsWith(number)).findFirst().orElseThrow();
      List<String> lines = Files.readString(file).lines().filter(line -> !line.isBlank()).toList();
      int headline = number.equals("000") ? 1 : 0; // that one begins with its date
      return news(number, lines.get(headline), String.join("\n", lines.subList(1, lines.size())), at);
    }
  }

  private static News news(String name, String title, String text, Instant at) {
    return new News(name, 1, name + " Gazette", title, text, at);
  }

  private String follow(News news) {
    return book.follow(news.detection()).after().id();
  }

  /** Beside the project, or beside the folder that it is in. */
  private static Path seeds() {
    Path beside = Path.of("..", "..", "shared", "seeds").toAbsolutePath().normalize();
    return Files.isDirectory(beside) ? beside
        : Path.of("..", "..", "..", "shared", "seeds").toAbsolutePath().normalize();
  }
}
