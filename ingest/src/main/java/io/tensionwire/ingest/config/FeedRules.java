package io.tensionwire.ingest.config;

import io.tensionwire.model.Feed;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is asked of a feed's settings, wherever they come from: a file, the command line, a list of another reader. */
public final class FeedRules {

  /** A feed that is asked more often than this is hammered; on hosts of one's own that is one's own matter. */
  static final Duration LEAST_INTERVAL = Duration.ofSeconds(10);

  private static final Duration LEAST_PRIVATE_INTERVAL = Duration.ofMillis(100);
  static final Duration LONGEST_INTERVAL = Duration.ofDays(1);

  /** Headers that hold what nobody else may know. */
  private static final Pattern SECRET_HEADER =
      Pattern.compile("cookie|.*auth.*|.*token.*|.*secret.*|.*passw.*|.*session.*|.*credential.*|.*api-?_?key.*|x-.*-key");

  /** The same for the query of an address. */
  private static final Pattern SECRET_PARAMETER = Pattern.compile(
      "(?:^|[&;])(?:[a-z_-]*token|api[_-]?key|auth|authorization|passw(?:or)?d|pwd|secret|sessionid|sid)=[^&;]{4,}",
      Pattern.CASE_INSENSITIVE);

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_]*}");
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private FeedRules() {}

  /**
   * What is wrong with a setting.
   *
   * @param key as in the configuration
   * @param reason goes on after the key; a value that may be a secret is not in it
   */
  public record Problem(String key, String reason) {}

  /** The first problem of a feed; {@code null}: none. */
  public static @Nullable Problem problem(Feed feed, boolean allowPrivateAddresses) {
    Problem problem = url(feed.url());
    if (problem == null) {
      problem = feed.headers().entrySet().stream().map(FeedRules::header).filter(p -> p != null).findFirst().orElse(null);
    }
    return problem == null ? interval(feed.interval(), allowPrivateAddresses) : problem;
  }

  private static @Nullable Problem url(URI url) {
    if (url.getRawUserInfo() != null) {
      return new Problem(
          "url", "holds a user's name or password, which would be on a topic for all to read; give it as a header, "
              + "Authorization: Basic ${NAME}");
    }
    String query = url.getRawQuery();
    return query != null && SECRET_PARAMETER.matcher(query).find()
        ? new Problem(
            "url", "holds what looks like a token, which would be on a topic for all to read; give it as a header with "
                + "${NAME} in its value")
        : null;
  }

  private static @Nullable Problem header(Map.Entry<String, String> header) {
    String name = header.getKey();
    if (!NAME.matcher(name).matches()) {
      return new Problem("headers", "has a name that is no header's: " + name);
    }
    boolean secret = SECRET_HEADER.matcher(name.toLowerCase(Locale.ROOT)).matches();
    return secret && !REFERENCE.matcher(header.getValue()).find()
        ? new Problem(
            "headers", "has a literal value for " + name + ", which would be on a topic for all to read; write ${NAME} "
                + "and set NAME in the environment of ingest")
        : null;
  }

  private static @Nullable Problem interval(@Nullable Duration interval, boolean allowPrivateAddresses) {
    Duration least = leastInterval(allowPrivateAddresses);
    if (interval != null && interval.compareTo(least) < 0) {
      return new Problem("interval", "would hammer the feed; " + text(least) + " is the least");
    }
    if (interval != null && interval.compareTo(LONGEST_INTERVAL) > 0) {
      return new Problem("interval", "would miss entries; " + text(LONGEST_INTERVAL) + " is the most");
    }
    return null;
  }

  static Duration leastInterval(boolean allowPrivateAddresses) {
    return allowPrivateAddresses ? LEAST_PRIVATE_INTERVAL : LEAST_INTERVAL;
  }

  /** A length of time as people write it. */
  static String text(Duration duration) {
    return duration.toMillis() % 1000 != 0 ? duration.toMillis() + "ms"
        : duration.toSeconds() < 120 ? duration.toSeconds() + "s" : duration.toMinutes() + "m";
  }
}
