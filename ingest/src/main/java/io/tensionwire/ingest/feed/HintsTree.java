package io.tensionwire.ingest.feed;

import io.tensionwire.ingest.date.DateText;
import io.tensionwire.ingest.url.CanonicalUrl;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** Reads what the tree of a feed says to its poller. What makes no sense is as if it were not said. */
final class HintsTree {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Map<String, Duration> PERIODS = Map.of(
      "hourly", Duration.ofHours(1), "daily", Duration.ofDays(1), "weekly", Duration.ofDays(7),
      "monthly", Duration.ofDays(30), "yearly", Duration.ofDays(365));

  private final Element channel;
  private final TreeText texts;

  HintsTree(Element channel, TreeText texts) {
    this.channel = channel;
    this.texts = texts;
  }

  FeedHints read(List<FeedEntry> entries, boolean cutOff, String declaredEncoding) {
    Set<Integer> hours = new TreeSet<>();
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    Set<URI> hubs = new LinkedHashSet<>();
    URI self = null;
    URI movedTo = null;
    Duration ttl = null;
    Duration period = null;
    long frequency = 1;
    Instant base = null;
    boolean complete = false;
    for (Element element : channel.getChildren()) {
      String text = element.getText().strip();
      switch (element.getName()) {
        case "ttl" -> ttl = minutes(number(text));
        case "skipHours" -> element.getChildren().forEach(hour -> addHour(hours, number(hour.getText())));
        case "skipDays" -> element.getChildren().forEach(day -> addDay(days, day.getText()));
        case "updatePeriod" -> period = PERIODS.get(text.toLowerCase(Locale.ROOT));
        case "updateFrequency" -> frequency = Math.max(1, number(text));
        case "updateBase" -> base = DateText.parse(text, ZoneOffset.UTC);
        case "new-feed-url", "newLocation" -> movedTo = address(element, text);
        case "complete" -> complete = text.equalsIgnoreCase("yes") || text.equalsIgnoreCase("true");
        case "link" -> {
          URI address = address(element, element.getAttributeValue("href"));
          String rel = String.valueOf(element.getAttributeValue("rel")).toLowerCase(Locale.ROOT);
          for (String relation : address == null ? new String[0] : rel.strip().split("\\s+")) {
            switch (relation) {
              case "hub" -> hubs.add(address);
              case "self" -> self = self == null ? address : self;
              default -> {}
            }
          }
        }
        default -> {}
      }
    }
    Duration interval = period == null ? null : period.dividedBy(frequency);
    return new FeedHints(
        ttl, hours, days, interval == null || interval.compareTo(Duration.ofMinutes(1)) < 0 ? null : interval, base,
        List.copyOf(hubs), self, movedTo, complete, undated(entries), cutOff, declaredEncoding);
  }

  static boolean undated(List<FeedEntry> entries) {
    return !entries.isEmpty() && entries.stream().allMatch(e -> e.publishedAt() == null && e.updatedAt() == null);
  }

  private @Nullable URI address(Element element, @Nullable String text) {
    return text == null || text.isBlank() ? null
        : CanonicalUrl.parse(new Addresses(texts.base(element)).absolute(text));
  }

  private static void addHour(Set<Integer> hours, long hour) {
    if (hour >= 0 && hour <= 24) {
      hours.add((int) hour % 24);
    }
  }

  private static void addDay(Set<DayOfWeek> days, String text) {
    String name = text.strip().toUpperCase(Locale.ROOT);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (name.length() >= 3 && day.name().startsWith(name)) {
        days.add(day);
      }
    }
  }

  private static @Nullable Duration minutes(long minutes) {
    return minutes < 1 ? null : Duration.ofMinutes(minutes);
  }

  /** The first number in a text, or -1. */
  private static long number(String text) {
    Matcher matcher = NUMBER.matcher(text);
    return matcher.find() ? Long.parseLong(matcher.group()) : -1;
  }
}
