package io.tensionwire.ingest.article;

import io.tensionwire.ingest.feed.FeedEntry;
import io.tensionwire.ingest.identity.EntryIdentity;
import io.tensionwire.ingest.identity.FeedKin;
import io.tensionwire.ingest.page.PageExtractor;
import io.tensionwire.ingest.state.PageAsked;
import io.tensionwire.ingest.state.Journal;
import io.tensionwire.ingest.state.PartitionSession;
import io.tensionwire.model.Article;
import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.Json;
import io.tensionwire.model.PageProblem;
import io.tensionwire.model.Seen;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Polls of feeds without a web: what was told of their entries, and what is remembered. */
final class Desk {

  static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  final List<Article> told = new ArrayList<>();
  final Map<String, FeedState> states = new HashMap<>();
  final Map<String, PageReading> pages = new HashMap<>();
  Instant now = START;
  private PartitionSession session = open();

  static Feed feed(String id) {
    String site = id.substring(0, id.indexOf('/'));
    return Feed.builder(id, URI.create("https://" + site + "/feed.xml")).build();
  }

  static FeedEntry entry(String guid, String link, String title, String summary) {
    return new FeedEntry(guid, title, link, summary, "", START.minusSeconds(60), null, List.of(), List.of());
  }

  static FeedEntry dated(FeedEntry entry, @Nullable Instant publishedAt) {
    return new FeedEntry(
        entry.id(), entry.title(), entry.link(), entry.summary(), entry.content(), publishedAt, null, List.of(), List.of());
  }

  /** The page of an address from now on. */
  Desk page(String address, String title, String text) {
    return pageIs(address, "<html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1>" + text
        + "</article></body></html>");
  }

  Desk pageIs(String address, String html) {
    var page = new PageExtractor().extract(
        html.getBytes(StandardCharsets.UTF_8), URI.create(address), "text/html; charset=utf-8", ZoneOffset.UTC);
    pages.put(address, PageReading.of(page));
    return this;
  }

  Desk noPage(String address, PageProblem problem, boolean mayHelp) {
    pages.put(address, new PageReading(null, problem, mayHelp));
    return this;
  }

  /** A minute later the feed shows these, newest first. */
  Desk poll(Feed feed, FeedEntry... entries) {
    Set<String> shown = tell(feed, entries);
    session.polled(feed, session.lastPoll(feed).toBuilder().polledAt(now).build(), shown, now);
    return this;
  }

  /** Another owner goes on from what was written before this poll had ended. */
  Desk dieInPoll(Feed feed, FeedEntry... told) {
    tell(feed, told);
    return takeOver();
  }

  private Set<String> tell(Feed feed, FeedEntry... entries) {
    now = now.plus(Duration.ofMinutes(1));
    List<FeedEntry> considered = FeedKin.newest(List.of(entries));
    var kin = FeedKin.of(considered);
    Set<String> shown = new HashSet<>();
    for (FeedEntry entry : considered.reversed()) {
      var identity = EntryIdentity.of(feed, entry, kin);
      shown.add(identity.key());
      if (session.take(feed, identity, now)) {
        tell(feed, entry, identity);
        session.finish(feed, identity);
      }
    }
    return shown;
  }

  private void tell(Feed feed, FeedEntry entry, EntryIdentity identity) {
    PageReading reading = identity.page() == null ? null : pages.get(identity.page().toString());
    var article = ArticleComposer.compose(feed, "", entry, identity, reading, now);
    Seen former = session.told(feed, identity);
    if (reading != null && !reading.isWhole() && former != null) {
      told.stream().filter(each -> each.id().equals(former.articleId())).reduce((first, last) -> last)
          .ifPresent(each -> article.body(each.body(), each.bodySource()));
    }
    session.tell(
        feed, identity, article, identity.entryHash(), reading == null ? PageAsked.NOT : reading.asked(0, now), now);
  }

  /** A feed is removed. */
  Desk remove(Feed feed) {
    session.forget(feed.id());
    return this;
  }

  /** Another owner goes on from what was written. */
  Desk takeOver() {
    session = open();
    return this;
  }

  private PartitionSession open() {
    return new PartitionSession(
        new Journal() {
          @Override
          public CompletableFuture<Void> write(@Nullable Article article, FeedState state) {
            if (article != null) {
              told.add(article);
            }
            states.put(state.feedId(), state);
            return CompletableFuture.completedFuture(null);
          }

          @Override
          public CompletableFuture<Void> forget(String feedId) {
            states.remove(feedId);
            return CompletableFuture.completedFuture(null);
          }
        },
        Map.copyOf(states).entrySet().stream().collect(Collectors.toMap(
            Map.Entry::getKey, state -> Json.read(Json.write(state.getValue()), FeedState.class))));
  }

  /** {@code title r1}, in order. */
  List<String> titles() {
    return told.stream().map(article -> article.title() + " r" + article.revision()).toList();
  }

  Article last() {
    return told.getLast();
  }

  List<Seen> seen(Feed feed) {
    return Objects.requireNonNull(states.get(feed.id())).seen();
  }
}
