package io.tensionwire.service.address;

import java.net.InetAddress;
import java.util.regex.Pattern;

/**
 * A range of addresses in CIDR notation, {@code 10.0.0.0/8} or {@code fd00::/8}; without a slash it is one address.
 *
 * @param first its first address, whose length says whether it is IPv4 or IPv6
 * @param bits how many of its leading bits all addresses of the range share
 */
public record AddressRange(InetAddress first, int bits) {

  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  public AddressRange {
    if (bits < 0 || bits > first.getAddress().length * 8) {
      throw new IllegalArgumentException("/" + bits + " is no length of a range of such addresses");
    }
  }

  /** Whether a text is meant as a range, and not as a name. */
  public static boolean looksLikeOne(String text) {
    return LITERAL.matcher(text.replaceFirst("/\\d+$", "")).matches();
  }

  /** @throws IllegalArgumentException if it is none */
  public static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    String start = slash < 0 ? text : text.substring(0, slash);
    if (!start.contains(":") && start.split("\\.", -1).length != 4) {
      throw new IllegalArgumentException(text + " is not an address of four numbers");
    }
    InetAddress first = InetAddress.ofLiteral(start);
    int bits = slash < 0 ? first.getAddress().length * 8 : Integer.parseInt(text.substring(slash + 1));
    return new AddressRange(first, bits);
  }

  boolean contains(byte[] address) {
    byte[] start = first.getAddress();
    if (address.length != start.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit += 8) {
      int mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit)) & 0xff;
      if (((address[bit / 8] ^ start[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
