package io.tensionwire.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.ingest.fetch.FetchOutcome.Failed;
import io.tensionwire.ingest.fetch.FetchOutcome.Fetched;
import io.tensionwire.ingest.time.Timekeeper;
import io.tensionwire.model.yaml.Secret;
import io.tensionwire.service.address.PrivateAddresses;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.mockwebserver.SocketPolicy;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What lies between us and a host: TLS, HTTP/2, a proxy. */
@Timeout(30)
class WebIT {

  private static final FetchSettings SETTINGS = FetchSettings.USUAL.withPrivateAddresses(PrivateAddresses.ALL)
      .withConnectTimeout(Duration.ofSeconds(2)).withHostPause(Duration.ZERO);
  private static final Dns NOBODY = name -> {
    throw new UnknownHostException(name);
  };

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws Exception {
    server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
  }

  @AfterEach
  void close() throws Exception {
    server.shutdown();
  }

  @Test
  void aHostThatSpeaksHttp2IsAskedInIt() throws Exception {
    var held = new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    var certificates = new HandshakeCertificates.Builder().heldCertificate(held)
        .addTrustedCertificate(held.certificate()).build();
    server.useHttps(certificates.sslSocketFactory(), false);
    server.enqueue(new MockResponse().setBody("<rss/>"));
    List<Protocol> spoken = new CopyOnWriteArrayList<>();

    var outcome = fetch(SETTINGS, Dns.SYSTEM, "https://127.0.0.1:" + server.getPort() + "/feed",
        builder -> builder.sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager())
            .addInterceptor(chain -> {
              Response response = chain.proceed(chain.request());
              spoken.add(response.protocol());
              return response;
            }));

    assertThat(outcome).isInstanceOfSatisfying(
        Fetched.class, f -> assertThat(new String(f.body(), UTF_8)).isEqualTo("<rss/>"));
    assertThat(spoken).containsExactly(Protocol.HTTP_2);
  }

  @Test
  void aHostThatIsNotWhoItSaysItIsIsAMatterOfTls() throws Exception {
    var held = new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    server.useHttps(new HandshakeCertificates.Builder().heldCertificate(held).build().sslSocketFactory(), false);

    assertThat(reason(SETTINGS, Dns.SYSTEM, "https://127.0.0.1:" + server.getPort() + "/")).isEqualTo(FetchFailure.TLS);
  }

  @Test
  void aHostThatNeverSpeaksTlsIsGivenUpInTime() throws Exception {
    try (var silent = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
      assertThat(reason(SETTINGS, Dns.SYSTEM, "https://127.0.0.1:" + silent.getLocalPort() + "/"))
          .isIn(FetchFailure.TIMED_OUT, FetchFailure.NO_CONNECTION);
    }
  }

  @Test
  void aHostIsNotAskedAgainAtOnceByTheClientItself() throws Exception {
    for (int i = 0; i < 3; i++) {
      server.enqueue(new MockResponse().setResponseCode(503).addHeader("Retry-After", "0"));
    }
    assertThat(reason(SETTINGS, Dns.SYSTEM, "http://127.0.0.1:" + server.getPort() + "/"))
        .isEqualTo(FetchFailure.THROTTLED);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void noticesOfTheHostsOwnTimeLimitAreNoReasonToAskAgain() throws Exception {
    for (int i = 0; i < 3; i++) {
      server.enqueue(new MockResponse().setResponseCode(408));
    }
    assertThat(fetch(SETTINGS, Dns.SYSTEM, "http://127.0.0.1:" + server.getPort() + "/"))
        .isInstanceOfSatisfying(Failed.class, failed -> {
          assertThat(failed.reason()).isEqualTo(FetchFailure.SERVER_ERROR);
          assertThat(failed.detail()).isEqualTo("HTTP status 408");
        });
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aHostThatHangsUpIsAskedTwiceAtMostHoweverManyAddressesItHas() throws Exception {
    for (int i = 0; i < 6; i++) {
      server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));
    }
    Dns several = name -> Collections.nCopies(5, InetAddress.ofLiteral("127.0.0.1"));

    assertThat(reason(SETTINGS, several, "http://several.example:" + server.getPort() + "/"))
        .isIn(FetchFailure.BROKEN_OFF, FetchFailure.SERVER_ERROR);
    assertThat(server.getRequestCount()).isLessThanOrEqualTo(2);
  }

  @Test
  void ofAFeedWhoseConnectionBreaksWhatCameIsTaken() throws Exception {
    server.enqueue(new MockResponse().setBody("<item/>".repeat(10_000))
        .setSocketPolicy(SocketPolicy.DISCONNECT_DURING_RESPONSE_BODY));

    assertThat(fetch(SETTINGS, Dns.SYSTEM, "http://127.0.0.1:" + server.getPort() + "/"))
        .isInstanceOfSatisfying(Fetched.class, feed -> {
          assertThat(feed.cutShort()).isTrue();
          assertThat(new String(feed.body(), UTF_8)).startsWith("<item/>");
        });
  }

  @Test
  void aProxyIsAskedWithItsPasswordForNamesThatItAloneKnows() throws Exception {
    server.enqueue(new MockResponse().setResponseCode(407).addHeader("Proxy-Authenticate", "Basic realm=\"x\""));
    server.enqueue(new MockResponse().setBody("<rss/>"));

    var outcome = fetch(SETTINGS.withProxy(proxy("user", "pass")), onlyProxy(), "http://feeds.example/a");

    assertThat(outcome).isInstanceOf(Fetched.class);
    server.takeRequest();
    RecordedRequest second = server.takeRequest();
    assertThat(second.getRequestLine()).isEqualTo("GET http://feeds.example/a HTTP/1.1");
    assertThat(second.getHeader("Proxy-Authorization")).isEqualTo("Basic dXNlcjpwYXNz");
  }

  @Test
  void aProxyIsNotAskedForWhatLiesInside() throws Exception {
    var careful = SETTINGS.withPrivateAddresses(PrivateAddresses.NONE).withProxy(proxy("", null));
    Dns inside = name -> List.of(InetAddress.ofLiteral(name.startsWith("proxy") ? "127.0.0.1" : "10.0.0.7"));

    for (String host : new String[] {"10.0.0.7", "inside.example", "2130706433", "[::1]", "169.254.169.254"}) {
      assertThat(reason(careful, inside, "http://" + host + "/a")).as(host).isEqualTo(FetchFailure.ADDRESS_REFUSED);
    }
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void aProxyThatRefusesUsOrIsNotThereIsNoFaultOfTheHost() throws Exception {
    server.enqueue(new MockResponse().setResponseCode(407).addHeader("Proxy-Authenticate", "Basic realm=\"x\""));
    assertThat(reason(SETTINGS.withProxy(proxy("", null)), onlyProxy(), "http://feeds.example/a"))
        .isEqualTo(FetchFailure.PROXY);

    var gone = new WebProxy(Proxy.Type.HTTP, "127.0.0.1", 1, "", null);
    assertThat(reason(SETTINGS.withProxy(gone), NOBODY, "http://feeds.example/a")).isEqualTo(FetchFailure.PROXY);
  }

  private WebProxy proxy(String user, @Nullable String password) {
    return new WebProxy(
        Proxy.Type.HTTP, "proxy.example", server.getPort(), user, password == null ? null : new Secret(password));
  }

  private static Dns onlyProxy() {
    var known = Map.of("proxy.example", List.of(InetAddress.ofLiteral("127.0.0.1")));
    return name -> {
      List<InetAddress> addresses = known.get(name);
      if (addresses == null) {
        throw new UnknownHostException(name);
      }
      return addresses;
    };
  }

  private static FetchFailure reason(FetchSettings settings, Dns names, String uri) throws InterruptedException {
    return ((Failed) fetch(settings, names, uri)).reason();
  }

  private static FetchOutcome fetch(FetchSettings settings, Dns names, String uri) throws InterruptedException {
    return fetch(settings, names, uri, builder -> builder);
  }

  private static FetchOutcome fetch(
      FetchSettings settings, Dns names, String uri, UnaryOperator<OkHttpClient.Builder> finish)
      throws InterruptedException {
    try (var fetcher = new Fetcher(settings, Timekeeper.of(Clock.systemUTC()), new Web(settings, names, finish))) {
      return fetcher.fetch(FetchRequest.of(URI.create(uri), 1_000_000, Duration.ofSeconds(3)));
    }
  }
}
