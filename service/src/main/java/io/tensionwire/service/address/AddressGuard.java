package io.tensionwire.service.address;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes sockets that refuse to connect to addresses which are not out on the internet. The check is made on the
 * address that is connected to, so that a name which is resolved twice, differently, gains nothing.
 */
public final class AddressGuard extends SocketFactory {

  private final PrivateAddresses allowed;

  public AddressGuard(PrivateAddresses allowed) {
    this.allowed = allowed;
  }

  /** The address is one that may not be connected to. */
  public static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    public RefusedException(String message) {
      super(message);
    }
  }

  /** @param name under which the address was found */
  public void check(String name, InetAddress address) throws RefusedException {
    if (!PublicAddresses.contains(address) && !allowed.allow(name, address)) {
      throw new RefusedException(address.getHostAddress() + " is not an address on the public internet");
    }
  }

  private void check(@Nullable SocketAddress endpoint) throws IOException {
    if (!(endpoint instanceof InetSocketAddress internet) || internet.getAddress() == null) {
      throw new IOException("not an internet address: " + endpoint);
    }
    // The name that was looked up, or the address as text: no name is asked for backwards.
    check(internet.getHostString(), internet.getAddress());
  }

  @Override
  public Socket createSocket() {
    return new Socket() {
      @Override
      public void connect(@Nullable SocketAddress endpoint, int timeout) throws IOException {
        check(endpoint);
        super.connect(endpoint, timeout);
      }

      @Override
      public void connect(@Nullable SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
      }
    };
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException("connects without a check");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
    throw new UnsupportedOperationException("connects without a check");
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException("connects without a check");
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
    throw new UnsupportedOperationException("connects without a check");
  }
}
