package io.tensionwire.standalone.demo;

import io.tensionwire.fixtures.samples.SampleSite;
import io.tensionwire.fixtures.samples.SampleWeb;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.model.Json;
import io.tensionwire.service.config.Configuration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * The demo's configuration: its own feeds, the console, and a channel of a Slack that is played on loopback. Neither a
 * file nor the environment has a say, so that no invented news can come to a real receiver.
 */
final class DemoConfiguration {

  /** Where alerts are shown as they come. */
  static final String CONSOLE = "console";

  /** Of the Slack that is played. */
  static final String CHANNEL = "C0DEMO";

  private DemoConfiguration() {}

  static Configuration of(SampleWeb web, FakeSlack slack, Path watches, Path state, Duration interval) {
    var yaml = new StringBuilder("""
        ingest:
          allow-private-addresses: true
          host-pause: 0ms
          feeds:
        """);
    for (SampleSite site : web.sites()) {
      yaml.append("""
              - id: %s/news
                url: %s
                outlet: %s
                language: %s
                zone: %s
                interval: %dms
          """.formatted(
          site.host(), web.feed(site), Json.write(site.outlet()), site.language(), site.zone(), interval.toMillis()));
    }
    yaml.append("""
        processor:
          watches: %s
          state-dir: %s
        alerts:
          first-poll: told
          receivers:
            - name: %s
              console: {}
            - name: slack
              slack: { token: %s, app-token: %s, channel: %s, api-url: %s, messages-per-second: 50 }
          route:
            receiver: console
            routes:
              - { receiver: slack, matchers: [ "severity >= notice" ], continue: true }
        http:
          listen: 127.0.0.1:0
        """.formatted(
        Json.write(watches.toString()), Json.write(state.toString()), CONSOLE, FakeSlack.BOT_TOKEN, FakeSlack.APP_TOKEN,
        CHANNEL, Json.write(slack.api())));
    return Configuration.parse(yaml.toString(), "the demo's configuration", Map.of());
  }
}
