package io.tensionwire.ingest.fetch;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
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
final class AddressGuard extends SocketFactory {

  private final boolean allowPrivate;

  AddressGuard(boolean allowPrivate) {
    this.allowPrivate = allowPrivate;
  }

  /** The address is one that may not be connected to. */
  static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(InetAddress address) {
      super(address.getHostAddress() + " is a private address");
    }
  }

  private void check(@Nullable SocketAddress endpoint) throws IOException {
    if (!(endpoint instanceof InetSocketAddress internet) || internet.getAddress() == null) {
      throw new IOException("not an internet address: " + endpoint);
    }
    if (!allowPrivate && !isPublic(internet.getAddress())) {
      throw new RefusedException(internet.getAddress());
    }
  }

  /** Whether an address can belong to a host on the internet. */
  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
        || address.isSiteLocalAddress() || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return switch (address) {
      case Inet4Address ignored -> isPublic(bytes, 0);
      case Inet6Address ignored -> isPublicV6(bytes);
      default -> false;
    };
  }

  /** Beyond what the JDK knows: this network, carriers' NAT, protocol assignments, benchmarks, reserved. */
  private static boolean isPublic(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    int second = bytes[at + 1] & 0xff;
    int third = bytes[at + 2] & 0xff;
    return !(first == 0
        || first == 10
        || first == 127
        || first >= 224
        || (first == 100 && second >= 64 && second < 128)
        || (first == 169 && second == 254)
        || (first == 172 && second >= 16 && second < 32)
        || (first == 192 && second == 168)
        || (first == 192 && second == 0 && third == 0)
        || (first == 198 && (second == 18 || second == 19)));
  }

  private static boolean isPublicV6(byte[] bytes) {
    int first = bytes[0] & 0xff;
    if ((first & 0xfe) == 0xfc) {
      return false; // unique local
    }
    boolean nat64 = first == 0 && (bytes[1] & 0xff) == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b;
    if (nat64 || startsWithZeros(bytes, 10)) {
      return isPublic(bytes, 12); // an IPv4 address in disguise
    }
    boolean sixToFour = first == 0x20 && bytes[1] == 0x02;
    return !sixToFour || isPublic(bytes, 2);
  }

  private static boolean startsWithZeros(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
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
