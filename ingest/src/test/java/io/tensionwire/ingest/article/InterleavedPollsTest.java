package io.tensionwire.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.ingest.feed.FeedEntry;
import io.tensionwire.model.Article;
import io.tensionwire.model.Feed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However polls, feeds, guises and owners follow one another, each text of each article is told once. */
class InterleavedPollsTest {

  private static final int STORIES = 4;
  private static final List<Feed> FEEDS = List.of(Desk.feed("site.example/all"), Desk.feed("site.example/politics"));

  /** What a feed does to its entries in one poll. */
  private enum Guise { PLAIN, NEW_GUIDS, NO_GUIDS, ONE_GUID, FOR_PHONES, TRACKED, RE_DATED, UNDATED, COUNTED, REVERSED }

  /**
   * @param written stories, as bits, that were written on before it
   * @param shown stories that the feed shows
   */
  private record Poll(int feed, int written, int shown, Guise guise, boolean newOwner) {}

  @Provide
  Arbitrary<List<Poll>> polls() {
    int all = (1 << STORIES) - 1;
    return Combinators.combine(
            Arbitraries.integers().between(0, FEEDS.size() - 1), Arbitraries.integers().between(0, all),
            Arbitraries.integers().between(0, all), Arbitraries.of(Guise.values()),
            Arbitraries.of(true, false, false))
        .as(Poll::new).list().ofMinSize(1).ofMaxSize(25);
  }

  @Property(tries = 400)
  void eachTextIsToldOnce(@ForAll("polls") List<Poll> polls) {
    var desk = new Desk();
    int[] versions = new int[STORIES];
    Map<Integer, Integer> tellers = new HashMap<>();
    Map<Integer, List<String>> expected = new HashMap<>();
    int count = 0;
    for (Poll poll : polls) {
      count++;
      List<FeedEntry> entries = new ArrayList<>();
      for (int story = 0; story < STORIES; story++) {
        versions[story] += poll.written() >> story & 1;
        if ((poll.shown() >> story & 1) == 1) {
          entries.add(entry(story, versions[story], poll.guise(), count, desk.now));
          // The feed that shows a story first tells it; the others, without pages, have nothing to add.
          if (tellers.computeIfAbsent(story, s -> poll.feed()) == poll.feed()) {
            List<String> texts = expected.computeIfAbsent(story, s -> new ArrayList<>());
            String text = "Version " + versions[story] + " of story " + story + ".";
            if (texts.isEmpty() || !texts.getLast().equals(text)) {
              texts.add(text);
            }
          }
        }
      }
      if (poll.guise() == Guise.REVERSED) {
        Collections.reverse(entries);
      }
      if (poll.newOwner()) {
        desk.takeOver();
      }
      desk.poll(FEEDS.get(poll.feed()), entries.toArray(FeedEntry[]::new));
    }

    Map<Integer, List<String>> told = new HashMap<>();
    Map<Integer, String> ids = new HashMap<>();
    for (Article article : desk.told) {
      int story = Integer.parseInt(article.title().replaceAll("\\D", ""));
      List<String> texts = told.computeIfAbsent(story, s -> new ArrayList<>());
      texts.add(article.summary().replaceAll(" \\d+ views", ""));
      assertThat(article.revision()).isEqualTo(texts.size());
      assertThat(ids.computeIfAbsent(story, s -> article.id())).isEqualTo(article.id());
    }
    assertThat(told).isEqualTo(expected);
  }

  private static FeedEntry entry(int story, int version, Guise guise, int poll, Instant now) {
    String guid = switch (guise) {
      case NEW_GUIDS -> "urn:session:" + poll + ":" + story;
      case NO_GUIDS -> "";
      case ONE_GUID -> "site.example";
      default -> "urn:story:" + story;
    };
    String address = switch (guise) {
      case FOR_PHONES -> "https://m.site.example/news/story-" + story + "?amp=1";
      case TRACKED -> "http://site.example/news/story-" + story + "/?utm_source=" + poll + "#top";
      default -> "https://site.example/news/story-" + story;
    };
    String summary = "Version " + version + " of story " + story + "." + (guise == Guise.COUNTED ? " " + poll * 7 + " views" : "");
    Instant date = guise == Guise.RE_DATED ? now : guise == Guise.UNDATED ? null : Desk.START.minusSeconds(60);
    return new FeedEntry(guid, "What happened in the story number " + story, address, summary, "", date, null, List.of(), List.of());
  }
}
