package io.tensionwire.ingest.poll;

import io.tensionwire.ingest.fetch.HeaderText;
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

  /** A header's name (RFC 9110, 5.6.2). */
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

  private final Environment environment;
  /** Feeds and headers about which there was something to say. */
  private final Set<String> said = ConcurrentHashMap.newKeySet();

  FeedHeaders(Map<String, String> environment) {
    this.environment = new Environment(environment);
  }

  Map<String, String> of(Feed feed) {
    Map<String, String> headers = new HashMap<>();
    feed.headers().forEach(
        (name, value) -> {
          String missing = environment.missing(value);
          if (missing != null) {
            if (said.add(feed.id() + " " + name)) {
              log.atWarn().addKeyValue("feed", feed.id()).addKeyValue("header", name).addKeyValue("variable", missing)
                  .log("header not sent: the variable is not set in the environment");
            }
            return;
          }
          String filled = environment.substitute(value, reason -> {
            throw new IllegalStateException(reason);
          });
          if (HeaderText.isSendable(filled) && name.matches(TOKEN)) {
            headers.put(name, filled);
          } else if (said.add(feed.id() + " " + name)) {
            // The value may be a secret: it is not shown.
            log.atWarn().addKeyValue("feed", feed.id()).addKeyValue("header", name)
                .log("header not sent: it holds characters that no header may");
          }
        });
    return headers;
  }
}
