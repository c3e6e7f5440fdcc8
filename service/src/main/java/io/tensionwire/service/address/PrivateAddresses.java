package io.tensionwire.service.address;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses that are not out on the internet may be asked all the same.
 *
 * @param all whether each of them may
 * @param names of hosts, lower case; {@code *.intranet.example} stands for all names below
 */
public record PrivateAddresses(boolean all, Set<String> names, List<AddressRange> ranges) {

  public static final PrivateAddresses NONE = new PrivateAddresses(false, Set.of(), List.of());
  public static final PrivateAddresses ALL = new PrivateAddresses(true, Set.of(), List.of());

  public PrivateAddresses {
    names = Set.copyOf(names);
    ranges = List.copyOf(ranges);
  }

  /**
   * Reads {@code true}, {@code false}, or names and ranges.
   *
   * @throws IllegalArgumentException if one is neither
   */
  public static PrivateAddresses parse(List<String> texts) {
    if (texts.isEmpty() || texts.equals(List.of("false"))) {
      return NONE;
    }
    if (texts.equals(List.of("true"))) {
      return ALL;
    }
    Set<String> names = new HashSet<>();
    List<AddressRange> ranges = new ArrayList<>();
    for (String text : texts) {
      if (AddressRange.looksLikeOne(text)) {
        ranges.add(AddressRange.parse(text));
      } else if (text.matches("(\\*\\.)?[\\p{Alnum}_-]+(\\.[\\p{Alnum}_-]+)*") && !text.matches("(?i)true|false")) {
        names.add(text.toLowerCase(Locale.ROOT));
      } else {
        throw new IllegalArgumentException(
            text + " is neither true, false, a host's name nor a range of addresses such as 10.0.0.0/8");
      }
    }
    return new PrivateAddresses(false, names, ranges);
  }

  /** @param name under which the address was found; {@code null} where there was none */
  boolean allow(@Nullable String name, InetAddress address) {
    return all
        || ranges.stream().anyMatch(range -> range.contains(address.getAddress()))
        || (name != null && names.stream().anyMatch(allowed -> covers(allowed, name.toLowerCase(Locale.ROOT))));
  }

  private static boolean covers(String allowed, String name) {
    return allowed.startsWith("*.") ? name.endsWith(allowed.substring(1)) : name.equals(allowed);
  }
}
