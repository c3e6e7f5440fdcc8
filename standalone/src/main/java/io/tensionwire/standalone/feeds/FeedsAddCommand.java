package io.tensionwire.standalone.feeds;

import io.tensionwire.ingest.config.FeedIds;
import io.tensionwire.ingest.config.FeedRules;
import io.tensionwire.ingest.feed.FeedEntry;
import io.tensionwire.ingest.feed.ParsedFeed;
import io.tensionwire.ingest.fetch.FetchSettings;
import io.tensionwire.ingest.fetch.Fetcher;
import io.tensionwire.ingest.time.Timekeeper;
import io.tensionwire.model.Feed;
import io.tensionwire.model.Language;
import io.tensionwire.service.address.PrivateAddresses;
import io.tensionwire.service.config.Environment;
import io.tensionwire.standalone.cli.ClusterOption;
import io.tensionwire.standalone.cli.DurationConverter;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code feeds add}: one feed, tried before it is put on the topic. */
@Command(
    name = "add",
    description = {
      "Try a feed, show what it holds, and have it polled from now on.",
      "Where the address is a page, the feeds that it names are shown and nothing is added."
    })
final class FeedsAddCommand implements Callable<Integer> {

  private static final int SHOWN_TITLES = 3;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm z", Locale.ENGLISH);

  @Parameters(paramLabel = "URL", description = "The feed, or a page that names it.")
  private String url = "";

  @Option(names = "--id", paramLabel = "SITE/NAME",
      description = "What to call it; proposed from the address if absent. The site decides who polls it.")
  private @Nullable String id;

  @Option(names = "--outlet", paramLabel = "NAME", description = "Who publishes it; the site if absent.")
  private @Nullable String outlet;

  @Option(names = "--language", description = "What it is written in, ${COMPLETION-CANDIDATES}; each article's own if absent.")
  private @Nullable Language language;

  @Option(names = "--zone", description = "For dates without one, such as Asia/Seoul; UTC if absent.")
  private @Nullable ZoneId zone;

  @Option(names = "--interval", converter = DurationConverter.class,
      description = "Between two polls, such as 60s; learnt if absent.")
  private @Nullable Duration interval;

  @Option(names = "--header", paramLabel = "NAME:VALUE",
      description = "Sent with each request; a secret as $${NAME}, filled in from the environment of ingest.")
  private List<String> headers = List.of();

  @Option(names = "--websub", description = "Let the hub that the feed names wake ingest.")
  private boolean webSub;

  @Option(names = "--feed-only", description = "The feed gives whole texts: pages need not be asked.")
  private boolean feedOnly;

  @Option(names = "--no-try", description = "Add it unseen.")
  private boolean untried;

  @Option(names = "--allow-private-addresses",
      description = "Try it on loopback and private networks too; ingest needs ingest.allow-private-addresses.")
  private boolean allowPrivateAddresses;

  @Mixin private ClusterOption cluster = new ClusterOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    FetchSettings configured = FetchSettings.from(cluster.ingest());
    FetchSettings fetching = allowPrivateAddresses ? configured.withPrivateAddresses(PrivateAddresses.ALL) : configured;
    Feed draft = draft(fetching.privateAddresses().all());
    if (!untried) {
      Map<String, String> sent = filledIn(draft);
      try (var fetcher = new Fetcher(fetching, Timekeeper.of(Clock.systemUTC()))) {
        int exitCode = say(FeedTrial.of(draft, sent, fetcher));
        if (exitCode != ExitCode.OK) {
          return exitCode;
        }
      }
    }
    var topic = FeedsOnTopic.open(cluster);
    Map<String, Feed> known = topic.feeds().values();
    Feed feed = id == null ? named(FeedIds.propose(draft.url(), known::containsKey)) : draft;
    Feed same = known.values().stream()
        .filter(other -> FeedIds.key(other).equals(FeedIds.key(feed))).findFirst().orElse(known.get(feed.id()));
    if (same != null) {
      spec.commandLine().getErr().println("tensionwire: " + (same.id().equals(feed.id()) && !FeedIds.key(same).equals(FeedIds.key(feed))
          ? "the id " + same.id() + " is that of " + same.url() + "; give another with --id"
          : feed.url() + " is known already, as " + same.id() + (same.paused() ? " (paused: tensionwire feeds resume)" : "")));
      return ExitCode.USAGE;
    }
    topic.put(List.of(feed));
    spec.commandLine().getOut().println(feed.id() + " is added: ingest polls it from now on");
    return ExitCode.OK;
  }

  private Feed draft(boolean allowPrivate) {
    Feed feed;
    try {
      URI address = new URI(url.strip());
      if (address.getHost() == null) {
        throw new IllegalArgumentException("is not an http address; write it like https://example.com/feed.xml");
      }
      feed = named(id == null ? FeedIds.propose(address, taken -> false) : id);
    } catch (URISyntaxException e) {
      throw wrong("is not an http address; write it like https://example.com/feed.xml");
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
    FeedRules.Problem problem = FeedRules.problem(feed, allowPrivate);
    if (problem != null) {
      throw wrong(problem.key() + " " + problem.reason());
    }
    return feed;
  }

  private Feed named(String name) {
    Map<String, String> given = new LinkedHashMap<>();
    for (String header : headers) {
      int colon = header.indexOf(':');
      if (colon < 1) {
        throw wrong("--header is not of the form NAME:VALUE");
      }
      given.put(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
    }
    return Feed.builder(name, URI.create(url.strip())).outlet(outlet == null ? Feed.site(name) : outlet)
        .language(language).zone(zone).interval(interval).feedOnly(feedOnly).webSub(webSub).headers(given).build();
  }

  private ParameterException wrong(String reason) {
    return new ParameterException(spec.commandLine(), reason);
  }

  private Map<String, String> filledIn(Feed feed) {
    var environment = new Environment(System.getenv());
    Map<String, String> filled = new HashMap<>();
    feed.headers().forEach((name, value) -> {
      String missing = environment.missing(value);
      if (missing != null) {
        throw wrong("--header " + name + ": " + missing + " is not set in this environment; set it, or add the feed "
            + "untried with --no-try");
      }
      filled.put(name, environment.substitute(value, reason -> {
        throw new IllegalStateException(reason);
      }));
    });
    return filled;
  }

  private int say(FeedTrial trial) {
    PrintWriter err = spec.commandLine().getErr();
    switch (trial) {
      case FeedTrial.Good good -> {
        show(good);
        return ExitCode.OK;
      }
      case FeedTrial.Page page -> {
        err.println("tensionwire: " + url + " is a page, not a feed; nothing was added. "
            + (page.feeds().isEmpty() ? "It names no feeds either." : "Add one of the feeds that it names:"));
        page.feeds().forEach(feed -> err.println(
            "  " + feed.url() + (feed.title().isEmpty() ? "" : "  " + feed.title())));
        return ExitCode.USAGE;
      }
      case FeedTrial.Bad bad -> {
        err.println("tensionwire: " + url + ": " + bad.reason()
            + "; nothing was added (--no-try adds it untried)");
        return ExitCode.SOFTWARE;
      }
    }
  }

  private void show(FeedTrial.Good good) {
    PrintWriter out = spec.commandLine().getOut();
    ParsedFeed feed = good.feed();
    Instant newest = feed.entries().stream()
        .map(FeedEntry::publishedAt).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    out.println("title:   " + (feed.title().isEmpty() ? "none" : feed.title()));
    out.println("format:  " + feed.format() + ", " + feed.encoding()
        + (feed.language().isEmpty() ? "" : ", " + feed.language()));
    out.println("entries: " + feed.entries().size() + ", the newest "
        + (newest == null ? "undated" : "of " + TIME.format(newest.atZone(ZoneId.systemDefault()))));
    feed.entries().stream().limit(SHOWN_TITLES).forEach(entry -> out.println("         " + entry.title()));
    if (!feed.hints().hubs().isEmpty()) {
      out.println("hub:     " + feed.hints().hubs().getFirst() + (webSub ? "" : " (--websub lets it wake ingest)"));
    }
    if (!good.at().equals(URI.create(url.strip()))) {
      out.println("found at " + good.at());
    }
  }
}
