package io.tensionwire.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.ingest.fetch.FetchOutcome.Failed;
import io.tensionwire.ingest.fetch.FetchOutcome.Fetched;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RobotsTest {

  private final HandTime time = new HandTime();
  private final List<URI> asked = new ArrayList<>();
  private FetchOutcome answer = new Failed(FetchFailure.NOT_FOUND, "HTTP status 404");
  private final Robots robots = robots(FetchSettings.USUAL);

  @Test
  void whatIsDisallowedForUsOrForAllIsNotAskedFor() throws Exception {
    answer = file("User-agent: *\nDisallow: /private/\nAllow: /private/open\n\nUser-agent: other\nDisallow: /\n");

    assertThat(reason("https://a.example/news/1")).isNull();
    assertThat(reason("https://a.example/private/open")).isNull();
    assertThat(reason("https://a.example/private/1?key=s3cret")).isEqualTo(FetchFailure.ROBOTS);
    assertThat(requireNonNull(robots.objection(HttpUrl.get("https://a.example/private/1?key=s3cret"))).detail())
        .isEqualTo("robots.txt of a.example asks programs not to read /private/1");
    assertThat(asked).containsExactly(URI.create("https://a.example/robots.txt"));
  }

  @Test
  void theGroupOfOurOwnNameCountsWhateverIsForAll() throws Exception {
    answer = file("User-agent: TensionWire\nDisallow: /no\n\nUser-agent: *\nDisallow: /\n");

    assertThat(reason("https://a.example/yes")).isNull();
    assertThat(reason("https://a.example/no")).isEqualTo(FetchFailure.ROBOTS);
  }

  @Test
  void aSiteThatShutsOutTheNameThatWeGoByMeansUs() throws Exception {
    answer = file("User-agent: newsdesk\nDisallow: /\n");

    assertThat(objection(robots(FetchSettings.USUAL.withUserAgent("Newsdesk/2.0 (+https://n.example)")),
        "https://a.example/x")).isEqualTo(FetchFailure.ROBOTS);
    assertThat(reason("https://a.example/x")).isNull();
  }

  @ParameterizedTest
  @EnumSource(value = FetchFailure.class, names = {"NOT_FOUND", "GONE", "REFUSED", "REDIRECT_LOOP"})
  void withoutARobotsTxtAllIsAllowed(FetchFailure missing) throws Exception {
    answer = new Failed(missing, "no");

    assertThat(reason("https://a.example/x")).isNull();
  }

  @ParameterizedTest
  @EnumSource(
      value = FetchFailure.class,
      names = {"SERVER_ERROR", "THROTTLED", "TIMED_OUT", "UNKNOWN_HOST", "NO_CONNECTION", "BROKEN_OFF", "TLS"})
  void whileItCannotBeHadNothingIsAllowedAndSoonItIsLookedForAgain(FetchFailure trouble) throws Exception {
    answer = new Failed(trouble, "trouble");

    assertThat(reason("https://a.example/x")).isEqualTo(trouble);
    assertThat(reason("https://a.example/y")).isEqualTo(trouble);
    assertThat(asked).hasSize(1);
    time.advance(Duration.ofMinutes(2));
    answer = file("");
    assertThat(reason("https://a.example/x")).isNull();
  }

  @Test
  void whileItCannotBeHadTheOlderOneStands() throws Exception {
    answer = file("User-agent: *\nDisallow: /no\n");
    assertThat(reason("https://a.example/yes")).isNull();
    time.advance(Duration.ofDays(1));
    answer = new Failed(FetchFailure.SERVER_ERROR, "HTTP status 500");

    assertThat(reason("https://a.example/yes")).isNull();
    assertThat(reason("https://a.example/no")).isEqualTo(FetchFailure.ROBOTS);
    assertThat(asked).hasSize(2);
  }

  @Test
  void itIsKeptForADayAndForAnHourAtLeast() throws Exception {
    answer = file("User-agent: *\nDisallow: /no\n");
    reason("https://day.example/x");
    answer = new Fetched(URI.create("https://hour.example/robots.txt"), null, new AnswerHead(
        200, null, null, null, null, null, Duration.ofSeconds(5), java.util.Map.of()), new byte[0], false);
    reason("https://hour.example/x");

    time.advance(Duration.ofMinutes(59));
    reason("https://day.example/x");
    reason("https://hour.example/x");
    assertThat(asked).hasSize(2);
    time.advance(Duration.ofMinutes(1));
    reason("https://hour.example/x");
    assertThat(asked).hasSize(3);
    time.advance(Duration.ofHours(23));
    reason("https://day.example/x");
    assertThat(asked).hasSize(4);
  }

  @Test
  void aDelayIsHonouredUpToTenSeconds() throws Exception {
    answer = file("User-agent: *\nCrawl-delay: 3\n");
    reason("https://three.example/x");
    answer = file("User-agent: *\nCrawl-delay: 86400\n");
    assertThat(reason("https://day.example/x")).isNull();

    assertThat(robots.delay(HttpUrl.get("https://three.example/"))).isEqualTo(Duration.ofSeconds(3));
    assertThat(robots.delay(HttpUrl.get("https://day.example/"))).isEqualTo(Duration.ofSeconds(10));
    assertThat(robots.delay(HttpUrl.get("https://unknown.example/"))).isZero();
  }

  @Test
  void itIsIgnoredOnlyAtTheSitesThatWereNamed() throws Exception {
    answer = file("User-agent: *\nDisallow: /\n");
    var some = robots(FetchSettings.USUAL.withRobotsIgnoredAt(Set.of("own.example", "*.ours.example")));

    assertThat(objection(some, "https://own.example/x")).isNull();
    assertThat(objection(some, "https://a.ours.example/x")).isNull();
    assertThat(objection(some, "https://www.own.example/x")).isEqualTo(FetchFailure.ROBOTS);
    assertThat(asked).containsExactly(URI.create("https://www.own.example/robots.txt"));
  }

  private Robots robots(FetchSettings settings) {
    return new Robots(settings, time, request -> {
      assertThat(request.purpose()).isEqualTo(FetchRequest.Purpose.ROBOTS);
      asked.add(request.uri());
      return answer;
    });
  }

  private @Nullable FetchFailure reason(String url) throws InterruptedException {
    return objection(robots, url);
  }

  private static @Nullable FetchFailure objection(Robots robots, String url) throws InterruptedException {
    Failed failed = robots.objection(HttpUrl.get(url));
    return failed == null ? null : failed.reason();
  }

  private static Fetched file(String text) {
    return Fetched.of(URI.create("https://a.example/robots.txt"), text.getBytes(UTF_8));
  }
}
