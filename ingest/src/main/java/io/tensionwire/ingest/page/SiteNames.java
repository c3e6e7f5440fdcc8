package io.tensionwire.ingest.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a site calls itself, so that a title can be freed of it. */
final class SiteNames {

  private static final Pattern SEPARATOR = Pattern.compile("\\s+(?:[|–—·»«•▷▶/<>~-]|:{1,2}|\\|\\|)\\s+|\\s*\\|\\s*|\\s*::\\s*|:\\s+");
  /** The path to an article that some sites write into the title, the nearest first. */
  private static final Pattern TRAIL = Pattern.compile("\\s<\\s.*$");
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int SHORTEST_TITLE = 15;
  private static final int LONGEST_NAME = 45;
  private static final int LONGEST_NAME_WORDS = 4;
  private static final int LONGEST_REST = 10;

  private final Set<String> names = new LinkedHashSet<>();
  private final String host;

  SiteNames(PageMeta meta, LinkedData data, String address) {
    add(meta.first("og:site_name"));
    add(meta.first("application-name"));
    add(meta.first("apple-mobile-web-app-title"));
    add(meta.first("twitter:site").replace("@", ""));
    for (var node : data.all()) {
      add(node.path("publisher").path("name").asText(""));
      if (node.path("@type").toString().matches(".*\"(?:WebSite|NewsMediaOrganization)\".*")) {
        add(node.path("name").asText(""));
      }
    }
    String hostName = "";
    try {
      String named = URI.create(address).getHost();
      hostName = named == null ? "" : named.toLowerCase(Locale.ROOT).replaceFirst("^(?:www|m|mobile|amp|news)\\.", "");
    } catch (IllegalArgumentException e) {
      hostName = ""; // An address of a file, or of nothing: the title has to do without.
    }
    host = hostName;
  }

  private void add(String name) {
    String plain = plain(name);
    if (plain.length() >= 2 && name.length() <= LONGEST_NAME) {
      names.add(plain);
    }
  }

  /** Whether a text is one of the site's names as it stands. */
  boolean isExactly(String text) {
    String plain = plain(text);
    return plain.isEmpty() || names.contains(plain) || plain.equals(plain(host));
  }

  /** Whether a text can be taken for the site's name. */
  boolean isName(String text) {
    String plain = plain(text);
    if (isExactly(text)) {
      return true;
    }
    for (String name : names) {
      // "Courier" for "The Courier Online", and the other way round.
      boolean within = name.length() >= 4 && plain.contains(name) && plain.length() <= name.length() * 2
          || plain.length() >= 4 && name.contains(plain) && name.length() <= plain.length() * 3;
      if (within) {
        return true;
      }
    }
    return isOfHost(text, plain);
  }

  /** "Courier Online" on courier.example: a short name that holds a name of the host. */
  private boolean isOfHost(String text, String plain) {
    String[] labels = host.split("\\.", -1);
    for (int i = 0; i < labels.length - 1; i++) {
      String label = plain(labels[i]);
      boolean same = plain.equals(label) || plain.equals("the" + label) || (plain.length() >= 5 && label.contains(plain));
      boolean within = label.length() >= 5 && plain.contains(label) && text.strip().split("\\s+", -1).length <= LONGEST_NAME_WORDS
          && plain.length() <= label.length() + LONGEST_REST;
      if (label.length() >= 3 && (same || within)) {
        return true;
      }
    }
    return false;
  }

  private static String plain(String name) {
    return NO_LETTER.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  /** A title without the site's name in front or behind, whatever stands between. */
  String strip(String title) {
    String text = TRAIL.matcher(title).replaceFirst("");
    for (int i = 0; i < 3; i++) {
      String before = text;
      List<Integer> starts = new ArrayList<>();
      List<Integer> ends = new ArrayList<>();
      Matcher matcher = SEPARATOR.matcher(text);
      while (matcher.find()) {
        starts.add(matcher.start());
        ends.add(matcher.end());
      }
      if (starts.isEmpty()) {
        return text;
      }
      boolean colon = text.charAt(starts.getLast()) == ':' && !text.startsWith("::", starts.getLast());
      if (!colon && isName(text.substring(ends.getLast())) && starts.getLast() > 0) {
        text = text.substring(0, starts.getLast()).strip();
      } else if (isExactly(text.substring(0, starts.getFirst())) && ends.getFirst() < text.length()) {
        text = text.substring(ends.getFirst()).strip();
      }
      if (text.equals(before)) {
        return text;
      }
    }
    return text;
  }

  /** A title without its last part, where that looks as the name of a site that nothing on the page tells. */
  String stripUnknown(String title) {
    String text = strip(title);
    Matcher matcher = SEPARATOR.matcher(text);
    int start = -1;
    int end = -1;
    while (matcher.find()) {
      if (text.charAt(matcher.start()) != ':' || text.startsWith("::", matcher.start())) {
        start = matcher.start();
        end = matcher.end();
      }
    }
    boolean plausible = start >= SHORTEST_TITLE && start * 2 > text.length() && text.length() - end <= LONGEST_NAME;
    return plausible ? text.substring(0, start).strip() : text;
  }
}
