package io.tensionwire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.fixtures.web.Answer;
import io.tensionwire.fixtures.web.WebServer;
import io.tensionwire.ingest.time.Timekeeper;
import io.tensionwire.service.address.PrivateAddresses;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class AddressGuardIT {

  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final InetAddress DOCUMENTATION = InetAddress.ofLiteral("192.0.2.1");

  private final WebServer web = WebServer.start();

  AddressGuardIT() {
    web.answer("/a", Answer.xml("<rss/>"));
  }

  @AfterEach
  void close() {
    web.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "127.0.0.1", "localhost", "localhost.", "127.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "[::1]",
    "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::]", "0", "0.0.0.0", "%31%32%37.0.0.1", "127。0。0。1"
  })
  void thisHostIsNotAskedHoweverItIsWritten(String host) throws Exception {
    assertThat(reason(Dns.SYSTEM, PrivateAddresses.NONE, "http://" + host + ":" + web.port() + "/a"))
        .isIn(FetchFailure.ADDRESS_REFUSED, FetchFailure.BAD_ANSWER, FetchFailure.UNKNOWN_HOST);
    assertThat(web.requests()).isEmpty();
  }

  @Test
  void aZoneIsNoPartOfAnAddressOnTheWeb() throws Exception {
    assertThat(reason(Dns.SYSTEM, PrivateAddresses.ALL, "http://[fe80::1%25lo]:" + web.port() + "/a"))
        .isEqualTo(FetchFailure.BAD_ANSWER);
  }

  @Test
  void aNameThatMeansSomethingElseTheSecondTimeIsCheckedTheSecondTime() throws Exception {
    var lookups = new AtomicInteger();
    Dns rebinding = name -> List.of(lookups.getAndIncrement() == 0 ? DOCUMENTATION : LOOPBACK);

    try (var fetcher = fetcher(rebinding, PrivateAddresses.parse(List.of("192.0.2.0/24")))) {
      URI uri = URI.create("http://rebound.example:" + web.port() + "/a");
      fetcher.fetch(request(uri));
      assertThat(failed(fetcher.fetch(request(uri)))).isEqualTo(FetchFailure.ADDRESS_REFUSED);
    }
    assertThat(lookups.get()).isGreaterThanOrEqualTo(2);
    assertThat(web.requests()).isEmpty();
  }

  @Test
  void eachOfTheAddressesOfANameIsChecked() throws Exception {
    Dns several = name -> List.of(LOOPBACK, InetAddress.ofLiteral("10.0.0.1"), InetAddress.ofLiteral("::1"));

    assertThat(reason(several, PrivateAddresses.NONE, "http://several.example:" + web.port() + "/a"))
        .isEqualTo(FetchFailure.ADDRESS_REFUSED);
    assertThat(web.requests()).isEmpty();
  }

  @Test
  void aRedirectLeadsInsideOnlyWhereThatIsAllowedByName() throws Exception {
    Dns loopback = name -> List.of(LOOPBACK);
    PrivateAddresses front = PrivateAddresses.parse(List.of("front.example"));
    web.answer("/to-back", Answer.redirect(302, "http://back.example:" + web.port() + "/a"));
    web.answer("/to-number", Answer.redirect(302, "http://127.0.0.1:" + web.port() + "/a"));
    web.answer("/to-itself", Answer.redirect(302, "/a"));

    for (String path : new String[] {"/to-back", "/to-number"}) {
      assertThat(reason(loopback, front, "http://front.example:" + web.port() + path))
          .isEqualTo(FetchFailure.ADDRESS_REFUSED);
    }
    assertThat(web.requests("/a")).isEmpty();
    try (var fetcher = fetcher(loopback, front)) {
      assertThat(fetcher.fetch(request(URI.create("http://front.example:" + web.port() + "/to-itself"))))
          .isInstanceOf(FetchOutcome.Fetched.class);
    }
  }

  private static FetchFailure reason(Dns names, PrivateAddresses allowed, String uri) throws InterruptedException {
    try (var fetcher = fetcher(names, allowed)) {
      return failed(fetcher.fetch(request(URI.create(uri))));
    }
  }


  private static FetchFailure failed(FetchOutcome outcome) {
    assertThat(outcome).isInstanceOf(FetchOutcome.Failed.class);
    return ((FetchOutcome.Failed) outcome).reason();
  }

  private static Fetcher fetcher(Dns names, PrivateAddresses allowed) {
    return new Fetcher(
        FetchSettings.USUAL.withPrivateAddresses(allowed).withConnectTimeout(Duration.ofMillis(500))
            .withHostPause(Duration.ZERO),
        Timekeeper.of(Clock.systemUTC()), names);
  }

  private static FetchRequest request(URI uri) {
    return FetchRequest.of(uri, 1_000_000, Duration.ofSeconds(5));
  }
}
