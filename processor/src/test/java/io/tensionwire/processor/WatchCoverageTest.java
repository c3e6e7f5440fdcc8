package io.tensionwire.processor;

import static io.tensionwire.processor.SampleArticles.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.FeedHealth;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.Language;
import io.tensionwire.model.Severity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the states of feeds to alerts, through the topology. */
class WatchCoverageTest {

  @TempDir Path stateDir;

  @Test
  void aCountryThatGoesDarkIsOneAlertAndOneWhenItIsBack() {
    try (var run = new TopologyRun(stateDir, ScriptedWatch.named("islands"))) {
      List<String> feeds = List.of("a.example/world", "b.example/world", "c.example/world");
      feeds.forEach(feed -> run.publish(state(run, feed, FeedHealth.UNREACHABLE)));
      run.publish(state(run, "d.example/world", FeedHealth.OK).toBuilder().whose("D", Language.KO, "KR").build());

      run.pass(Duration.ofMinutes(10));
      assertThat(run.alerts()).isEmpty();
      run.pass(Duration.ofHours(2));
      feeds.forEach(feed -> run.publish(state(run, feed, FeedHealth.OK)));
      run.pass(Duration.ofMinutes(10));

      List<Alert> alerts = run.alerts();
      assertThat(alerts).extracting(Alert::kind).containsExactly(AlertKind.COVERAGE, AlertKind.COVERAGE);
      assertThat(alerts).extracting(Alert::subject).containsOnly("coverage/country/RU");
      assertThat(alerts).extracting(Alert::watchId).containsOnly("islands");
      assertThat(alerts.getFirst().severity()).isEqualTo(Severity.HIGH);
      assertThat(alerts.getFirst().headline())
          .isEqualTo("Blind in Russia: all 3 feeds silent since 12:00 UTC: a.example, b.example, c.example");
      assertThat(alerts.getLast().headline()).contains("3 feeds are read again");
    }
  }

  @Test
  void aFeedThatIsRemovedIsForgotten() {
    try (var run = new TopologyRun(stateDir, ScriptedWatch.named("islands"))) {
      run.publish(state(run, "a.example/world", FeedHealth.GONE));

      run.removeFeed("a.example/world");
      run.pass(Duration.ofHours(2));

      assertThat(run.alerts()).isEmpty();
      assertThat(run.remembered(WatchCoverage.FEED_HEALTH)).isZero();
    }
  }

  private static FeedState state(TopologyRun run, String feed, FeedHealth health) {
    return FeedState.builder(feed).health(health).healthSince(run.clock.instant()).polledAt(run.clock.instant())
        .whose(feed.substring(0, feed.indexOf('/')), Language.RU, "RU").build();
  }
}
