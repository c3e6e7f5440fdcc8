package io.tensionwire.ingest.fetch;

import io.tensionwire.model.yaml.Section;
import io.tensionwire.model.yaml.YamlException;
import io.tensionwire.service.address.PrivateAddresses;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the web is asked.
 *
 * @param userAgent says who asks
 * @param privateAddresses which addresses inside may be asked
 * @param connectTimeout for one connection, and for looking up one name
 * @param requestsAtOnce most requests in flight in this process
 * @param hostPause between two requests to one host
 * @param memoryBytes most bytes of bodies in memory
 * @param robotsIgnoredAt hosts, lower case, whose robots.txt does not count; {@code *.site.example} for all below
 * @param proxy the way out; {@code null}: direct
 */
public record FetchSettings(
    String userAgent,
    PrivateAddresses privateAddresses,
    Duration connectTimeout,
    int requestsAtOnce,
    Duration hostPause,
    long memoryBytes,
    Set<String> robotsIgnoredAt,
    @Nullable WebProxy proxy) {

  public static final FetchSettings USUAL = new FetchSettings(
      "Tensionwire/0.1 (news monitor; feed reader)", PrivateAddresses.NONE, Duration.ofSeconds(10), 256,
      Duration.ofSeconds(1), 64L << 20, Set.of(), null);

  private static final Pattern MEGABYTES = Pattern.compile("(?i)(\\d{1,5})\\s*MB");

  public FetchSettings {
    robotsIgnoredAt = Set.copyOf(robotsIgnoredAt);
  }

  /** @throws YamlException if a value makes no sense */
  public static FetchSettings from(Section ingest) {
    return new FetchSettings(
        ingest.text("user-agent", USUAL.userAgent),
        privateAddresses(ingest),
        time(ingest, "connect-timeout", USUAL.connectTimeout, Duration.ofMillis(100), Duration.ofMinutes(1)),
        ingest.integer("requests-at-once", USUAL.requestsAtOnce, 1, 10_000),
        time(ingest, "host-pause", USUAL.hostPause, Duration.ZERO, Duration.ofMinutes(1)),
        memoryBytes(ingest),
        robotsIgnoredAt(ingest), proxy(ingest));
  }

  private static long memoryBytes(Section ingest) {
    String text = ingest.text("memory");
    if (text == null) {
      return USUAL.memoryBytes;
    }
    Matcher megabytes = MEGABYTES.matcher(text.strip());
    long bytes = megabytes.matches() ? Long.parseLong(megabytes.group(1)) << 20 : 0;
    if (bytes < BodyMemory.LEAST_BYTES) {
      throw ingest.error("memory", "must be a number of megabytes such as 64MB; "
          + (BodyMemory.LEAST_BYTES >> 20) + "MB is the least");
    }
    return bytes;
  }

  private static PrivateAddresses privateAddresses(Section ingest) {
    try {
      return PrivateAddresses.parse(ingest.texts("allow-private-addresses"));
    } catch (IllegalArgumentException e) {
      throw ingest.error("allow-private-addresses: " + e.getMessage());
    }
  }

  private static Set<String> robotsIgnoredAt(Section ingest) {
    Set<String> hosts = new HashSet<>();
    for (String host : ingest.texts("ignore-robots")) {
      if (!host.matches("(\\*\\.)?[\\p{Alnum}-]+(\\.[\\p{Alnum}-]+)+")) {
        throw ingest.error("ignore-robots: " + host + " is not the name of a host; robots.txt is obeyed at all others");
      }
      hosts.add(host.toLowerCase(Locale.ROOT));
    }
    return hosts;
  }

  private static @Nullable WebProxy proxy(Section ingest) {
    var secret = ingest.secret("proxy");
    if (secret == null) {
      return null;
    }
    try {
      return WebProxy.parse(secret.reveal());
    } catch (IllegalArgumentException e) {
      throw ingest.error("proxy", e.getMessage() == null || e.getCause() != null ? "is not an address" : e.getMessage());
    }
  }

  private static Duration time(Section section, String key, Duration usual, Duration least, Duration most) {
    Duration value = section.duration(key, usual);
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw section.error(key, "must be from " + least.toMillis() + "ms to " + most.toSeconds() + "s");
    }
    return value;
  }

  public FetchSettings withUserAgent(String changed) {
    return new FetchSettings(
        changed, privateAddresses, connectTimeout, requestsAtOnce, hostPause, memoryBytes, robotsIgnoredAt, proxy);
  }

  public FetchSettings withPrivateAddresses(PrivateAddresses changed) {
    return new FetchSettings(
        userAgent, changed, connectTimeout, requestsAtOnce, hostPause, memoryBytes, robotsIgnoredAt, proxy);
  }

  public FetchSettings withConnectTimeout(Duration changed) {
    return new FetchSettings(
        userAgent, privateAddresses, changed, requestsAtOnce, hostPause, memoryBytes, robotsIgnoredAt, proxy);
  }

  public FetchSettings withRequestsAtOnce(int changed) {
    return new FetchSettings(
        userAgent, privateAddresses, connectTimeout, changed, hostPause, memoryBytes, robotsIgnoredAt, proxy);
  }

  public FetchSettings withHostPause(Duration changed) {
    return new FetchSettings(
        userAgent, privateAddresses, connectTimeout, requestsAtOnce, changed, memoryBytes, robotsIgnoredAt, proxy);
  }

  public FetchSettings withMemoryBytes(long changed) {
    return new FetchSettings(
        userAgent, privateAddresses, connectTimeout, requestsAtOnce, hostPause, changed, robotsIgnoredAt, proxy);
  }

  public FetchSettings withRobotsIgnoredAt(Set<String> changed) {
    return new FetchSettings(
        userAgent, privateAddresses, connectTimeout, requestsAtOnce, hostPause, memoryBytes, changed, proxy);
  }

  public FetchSettings withProxy(@Nullable WebProxy changed) {
    return new FetchSettings(
        userAgent, privateAddresses, connectTimeout, requestsAtOnce, hostPause, memoryBytes, robotsIgnoredAt, changed);
  }
}
