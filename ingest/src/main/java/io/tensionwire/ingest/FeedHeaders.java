package io.tensionwire.ingest;

import io.tensionwire.model.Feed;
import io.tensionwire.service.config.Environment;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The headers of a feed as they are sent: references to secrets are filled in here, and nowhere before. */
final class FeedHeaders {

  private static final Logger log = LoggerFactory.getLogger(FeedHeaders.class);

  private final Environment environment;
  private final Set<String> saidMissing = ConcurrentHashMap.newKeySet();

  FeedHeaders(Map<String, String> environment) {
    this.environment = new Environment(environment);
  }

  Map<String, String> of(Feed feed) {
    Map<String, String> headers = new HashMap<>();
    feed.headers().forEach(
        (name, value) -> {
          String missing = environment.missing(value);
          if (missing == null) {
            headers.put(name, environment.substitute(value, reason -> {
              throw new IllegalStateException(reason);
            }));
          } else if (saidMissing.add(feed.id() + " " + missing)) {
            log.atWarn().addKeyValue("feed", feed.id()).addKeyValue("header", name).addKeyValue("variable", missing)
                .log("header not sent: the variable is not set in the environment");
          }
        });
    return headers;
  }
}
