package io.tensionwire.service.address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are out on the internet: those that IANA's special-purpose registries (RFC 6890; iana-ipv4-, iana-ipv6-
 * special-registry) and clouds do not set aside for something else. An IPv4 address that is carried in an IPv6 one is
 * looked at itself, where such a carrier is still in use; the others are refused altogether.
 */
final class PublicAddresses {

  private static final List<AddressRange> SPECIAL_V4 = ranges(
      "0.0.0.0/8", // this network
      "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", // private
      "100.64.0.0/10", // carriers' NAT, and the metadata of a cloud
      "127.0.0.0/8", // this host
      "169.254.0.0/16", // link-local, and the metadata of most clouds
      "168.63.129.16", // public by its number, a cloud's inner service by its use
      "192.0.0.0/24", // protocol assignments
      "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", // documentation
      "192.88.99.0/24", // relays of 6to4, given up
      "198.18.0.0/15", // benchmarks
      "224.0.0.0/4", "240.0.0.0/4"); // multicast, reserved, broadcast

  /** All that is given out as global unicast; what lies outside is set aside or nobody's. */
  private static final AddressRange GLOBAL_V6 = AddressRange.parse("2000::/3");

  private static final List<AddressRange> SPECIAL_V6 = ranges(
      "2001::/23", // protocol assignments: Teredo, benchmarks, ORCHID and others
      "2001:db8::/32", "3fff::/20", // documentation
      "2002::/16"); // 6to4, given up

  /** The well-known prefix of NAT64 (RFC 6052). */
  private static final AddressRange NAT64 = AddressRange.parse("64:ff9b::/96");

  private PublicAddresses() {}

  static boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (!(address instanceof Inet6Address)) {
      return SPECIAL_V4.stream().noneMatch(range -> range.contains(bytes));
    }
    if (NAT64.contains(bytes)) {
      byte[] carried = Arrays.copyOfRange(bytes, 12, 16);
      return SPECIAL_V4.stream().noneMatch(range -> range.contains(carried));
    }
    return GLOBAL_V6.contains(bytes) && SPECIAL_V6.stream().noneMatch(range -> range.contains(bytes));
  }

  private static List<AddressRange> ranges(String... texts) {
    return Stream.of(texts).map(AddressRange::parse).toList();
  }
}
