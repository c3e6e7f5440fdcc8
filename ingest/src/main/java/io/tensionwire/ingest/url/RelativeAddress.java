package io.tensionwire.ingest.url;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves addresses as <a href="https://www.rfc-editor.org/rfc/rfc3986#section-5.2">RFC 3986</a> does, but also those
 * that {@link java.net.URI} refuses: with spaces, bars and letters of any script, as feeds write them.
 */
public final class RelativeAddress {

  private static final Pattern PARTS = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*:)(//[^/?#]*)?([^?#]*)(\\?[^#]*)?(#.*)?", Pattern.DOTALL);

  private RelativeAddress() {}

  /**
   * An absolute address.
   *
   * @param address relative: without a scheme
   * @return the address itself where the base is none that others can be relative to
   */
  public static String resolve(String base, String address) {
    Matcher parts = PARTS.matcher(base);
    if (!parts.matches() || parts.group(2) == null) {
      return address;
    }
    String site = parts.group(1) + parts.group(2);
    String path = parts.group(3);
    if (address.startsWith("//")) {
      return parts.group(1) + address;
    }
    if (address.isEmpty() || address.startsWith("#")) {
      return site + path + (parts.group(4) == null ? "" : parts.group(4)) + address;
    }
    if (address.startsWith("?")) {
      return site + path + address;
    }
    int end = end(address);
    String target = address.substring(0, end);
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    String whole = target.startsWith("/") ? target : (folder.isEmpty() ? "/" : folder) + target;
    return site + withoutDots(whole) + address.substring(end);
  }

  private static int end(String address) {
    for (int i = 0; i < address.length(); i++) {
      if (address.charAt(i) == '?' || address.charAt(i) == '#') {
        return i;
      }
    }
    return address.length();
  }

  private static String withoutDots(String path) {
    if (!path.contains("/.")) {
      return path;
    }
    List<String> kept = new ArrayList<>();
    String[] segments = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      switch (segments[i]) {
        case "." -> {
          if (last) {
            kept.add("");
          }
        }
        case ".." -> {
          if (!kept.isEmpty()) {
            kept.removeLast();
          }
          if (last) {
            kept.add("");
          }
        }
        default -> kept.add(segments[i]);
      }
    }
    return "/" + String.join("/", kept);
  }
}
