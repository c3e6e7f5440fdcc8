package io.tensionwire.ingest.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
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
    this.names = new NameLookup(names, settings.connectTimeout());
    this.guard = new AddressGuard(settings.privateAddresses());
    WebProxy proxy = settings.proxy();
    this.proxied = proxy != null;
    var builder = new OkHttpClient.Builder()
        .dns(this.names)
        .connectTimeout(settings.connectTimeout())
        // The limit is on the whole exchange: a slow drip never lets a single read time out.
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        .followRedirects(false)
        .followSslRedirects(false)
        .connectionPool(new ConnectionPool(64, 20, TimeUnit.SECONDS));
    if (proxy == null) {
      builder.proxy(java.net.Proxy.NO_PROXY).socketFactory(guard);
    } else {
      builder.proxy(proxy.proxy()).proxyAuthenticator(proxy.authenticator());
    }
    this.client = builder.build();
  }

  OkHttpClient client() {
    return client;
  }

  /**
   * Looks at an address that a proxy is to connect to, as far as that can be seen from here: what its name means to us.
   * What the proxy takes it for, it alone knows; a name that means nothing here is left to it.
   *
   * @throws AddressGuard.RefusedException if it is not one that may be asked
   */
  void checkBehindProxy(HttpUrl url) throws IOException {
    if (!proxied) {
      return;
    }
    try {
      for (InetAddress address : names.lookup(url.host())) {
        guard.check(url.host(), address);
      }
    } catch (UnknownHostException e) {
      if (NameLookup.isDisguised(url.host())) {
        throw e;
      }
    }
  }

  @Override
  public void close() {
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdown();
    names.close();
  }
}
