package io.tensionwire.ingest.fetch;

import io.tensionwire.service.address.AddressGuard;
import io.tensionwire.service.address.AddressRange;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** The connections to the web, guarded, and the way out through a proxy if there is one. */
final class Web implements AutoCloseable {

  private final NameLookup names;
  private final AddressGuard guard;
  private final boolean proxied;
  private final OkHttpClient client;

  Web(FetchSettings settings, Dns names) {
    this(settings, names, builder -> builder);
  }

  /** @param finish what else the connections are given */
  Web(FetchSettings settings, Dns names, UnaryOperator<OkHttpClient.Builder> finish) {
    this.names = new NameLookup(names, settings.connectTimeout());
    this.guard = new AddressGuard(settings.privateAddresses());
    WebProxy proxy = settings.proxy();
    this.proxied = proxy != null;
    var builder = new OkHttpClient.Builder()
        .dns(this.names)
        .addNetworkInterceptor(new OnceOnly())
        .connectTimeout(settings.connectTimeout())
        // The limit is on the whole exchange: a slow drip never lets a single read time out.
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        .followRedirects(false)
        .followSslRedirects(false)
        .connectionPool(new ConnectionPool(64, 20, TimeUnit.SECONDS));
    if (proxy == null) {
      builder.proxy(Proxy.NO_PROXY).socketFactory(guard);
    } else {
      builder.proxy(proxy.proxy()).proxyAuthenticator(proxy.authenticator());
    }
    this.client = finish.apply(builder).build();
  }

  boolean isProxied() {
    return proxied;
  }

  OkHttpClient client() {
    return client;
  }

  /**
   * Looks at an address before it is asked for; where connections are our own, each is looked at when it is made. Behind
   * a proxy this is all: what a name means to us is checked, what the proxy takes it for it alone knows, and a name that
   * means nothing here is left to it.
   *
   * @throws AddressGuard.RefusedException if it is not one that may be asked
   */
  void check(HttpUrl url) throws AddressGuard.RefusedException {
    if (NameLookup.isDisguised(url.host())) {
      throw new AddressGuard.RefusedException(url.host() + " is a number in disguise");
    }
    if (proxied) {
      for (InetAddress address : addresses(url)) {
        guard.check(url.host(), address);
      }
    }
  }

  private List<InetAddress> addresses(HttpUrl url) {
    try {
      return AddressRange.looksLikeOne(url.host())
          ? List.of(InetAddress.ofLiteral(url.host()))
          : names.lookup(url.host());
    } catch (UnknownHostException e) {
      return List.of();
    }
  }

  @Override
  public void close() {
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdown();
    names.close();
  }
}
