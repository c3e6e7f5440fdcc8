package io.tensionwire.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.ingest.time.Timekeeper;
import io.tensionwire.ingest.websub.Hub.Mode;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.yaml.Secret;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Days of a subscription, in no time. */
class HubSubscriptionTest {

  private static final Instant START = Instant.parse("2026-11-22T00:00:00Z");
  private static final String TOPIC = "https://a.example/feed";
  private static final HubOffer OFFER = new HubOffer(URI.create("https://hub.example/"), URI.create(TOPIC));

  private final VirtualDays time = new VirtualDays();
  private final List<Instant> asked = new ArrayList<>();
  private final List<Mode> modes = new ArrayList<>();
  private final List<FeedState.Subscription> remembered = new ArrayList<>();
  private int woken;
  private @Nullable String problem;
  /** What the hub does while it is asked. */
  private Runnable hubActs = () -> {};

  private final CallbackKeys keys = new CallbackKeys(new WebSubConfig(
      URI.create("https://ours.example/websub"), new Secret("0123456789abcdef"), new InetSocketAddress(0)));

  private final HubSubscription subscription = new HubSubscription(
      "a.example/f", OFFER,
      new Subscriber() {
        @Override
        public void wake() {
          woken++;
        }

        @Override
        public void remember(FeedState.Subscription state) {
          remembered.add(state);
        }
      },
      (mode, offer, callback, secret) -> {
        asked.add(time.now());
        modes.add(mode);
        hubActs.run();
        return problem;
      },
      keys, time, new Random(1));

  @Test
  void aLeaseIsRenewedBeforeItEndsAndNotMuchBefore() {
    hubActs = () -> assertThat(subscription.confirms(Mode.SUBSCRIBE, TOPIC, Duration.ofDays(10))).isTrue();

    runFor(Duration.ofDays(35));

    assertThat(asked).hasSize(5);
    for (int i = 1; i < asked.size(); i++) {
      assertThat(Duration.between(asked.get(i - 1), asked.get(i)))
          .isBetween(Duration.ofDays(8), Duration.ofDays(9));
    }
    assertThat(subscription.leaseUntil()).isNotNull();
    assertThat(remembered.getLast().leaseUntil()).isEqualTo(asked.getLast().plus(Duration.ofDays(10)));
  }

  @Test
  void aHubThatNeverAsksBackIsAskedLaterAndLater() {
    runFor(Duration.ofDays(3));

    assertThat(asked).hasSizeBetween(8, 20);
    assertThat(Duration.between(asked.get(0), asked.get(1))).isGreaterThanOrEqualTo(Duration.ofMinutes(5));
    assertThat(Duration.between(asked.get(asked.size() - 2), asked.getLast())).isGreaterThanOrEqualTo(Duration.ofHours(6));
    assertThat(subscription.leaseUntil()).isNull();
  }

  @Test
  void aHubThatRefusesTheRequestCannotBeConfirmedFor() {
    problem = "HTTP status 400";
    runFor(Duration.ofMinutes(1));

    assertThat(subscription.confirms(Mode.SUBSCRIBE, TOPIC, Duration.ofDays(10))).isFalse();
  }

  @Test
  void onlyWhatWasAskedForIsConfirmed() {
    runFor(Duration.ofMinutes(1));

    assertThat(subscription.confirms(Mode.SUBSCRIBE, "https://other.example/feed", Duration.ofDays(1))).isFalse();
    assertThat(subscription.confirms(Mode.UNSUBSCRIBE, TOPIC, null)).isFalse();
    assertThat(subscription.leaseUntil()).isNull();
    assertThat(subscription.confirms(Mode.SUBSCRIBE, TOPIC, Duration.ofDays(1))).isTrue();
  }

  @Test
  void aSecondConfirmationDoesNotStretchTheLease() {
    runFor(Duration.ofMinutes(1));
    subscription.confirms(Mode.SUBSCRIBE, TOPIC, Duration.ofDays(1));
    Instant until = subscription.leaseUntil();

    assertThat(subscription.confirms(Mode.SUBSCRIBE, TOPIC, Duration.ofDays(30))).isTrue();

    assertThat(subscription.leaseUntil()).isEqualTo(until);
  }

  @Test
  void aDeniedSubscriptionIsAskedForAgainAfterADay() {
    hubActs = () -> subscription.denied(TOPIC, "no such topic");

    runFor(Duration.ofHours(50));

    assertThat(asked).hasSize(3);
    assertThat(remembered.getLast().leaseUntil()).isNull();
  }

  @Test
  void anEndIsConfirmedOnlyAfterItWasAskedForAndNobodyIsWokenAfterwards() throws InterruptedException {
    runFor(Duration.ofMinutes(1));
    subscription.confirms(Mode.SUBSCRIBE, TOPIC, Duration.ofDays(1));
    subscription.pushed();
    assertThat(woken).isEqualTo(1);

    subscription.unsubscribe();

    assertThat(modes).containsExactly(Mode.SUBSCRIBE, Mode.UNSUBSCRIBE);
    assertThat(subscription.confirms(Mode.UNSUBSCRIBE, TOPIC, null)).isTrue();
    assertThat(subscription.confirms(Mode.SUBSCRIBE, TOPIC, Duration.ofDays(1))).isFalse();
    subscription.pushed();
    assertThat(woken).isEqualTo(1);
  }

  @Test
  void aLeaseForEverIsNotBelieved() {
    hubActs = () -> subscription.confirms(Mode.SUBSCRIBE, TOPIC, Duration.ofDays(36_500));

    runFor(Duration.ofDays(40));

    assertThat(asked).hasSize(2);
  }

  @Test
  void theCallbackAndTheHubsSecretCannotBeGuessedAndDifferForEachFeed() {
    assertThat(keys.callback("a.example/f").toString()).matches("https://ours\\.example/websub/[0-9a-f]{64}");
    assertThat(keys.token("a.example/f")).isNotEqualTo(keys.token("a.example/g")).isNotEqualTo(keys.hubSecret("a.example/f"));
    assertThat(keys.hubSecret("a.example/f")).hasSizeLessThan(200);
  }

  private void runFor(Duration duration) {
    time.endAt(time.now().plus(duration));
    assertThatThrownBy(subscription::run).isInstanceOf(InterruptedException.class);
  }

  /** Sleeping moves the clock, until the end. */
  private static final class VirtualDays implements Timekeeper {
    private Instant now = START;
    private Instant end = START;

    void endAt(Instant moment) {
      end = moment;
    }

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public void sleepUntil(Instant moment) throws InterruptedException {
      if (moment.isAfter(end)) {
        now = end;
        throw new InterruptedException("the end");
      }
      now = moment.isAfter(now) ? moment : now;
    }
  }
}
