package io.tensionwire.standalone.backtest;

import io.tensionwire.detection.Judgement;
import io.tensionwire.detection.ReadArticle;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Article;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Takes watches through articles. What each makes of an article is asked in parallel, some chunks ahead; following is in
 * the order of arrival, so that the outcome is the same every time.
 */
final class Replay {

  private static final int CHUNK = 32;

  /** Chunks that are judged while the one before them is followed. */
  private static final int AHEAD = 16;

  /** How far time goes between two looks at what became quiet. */
  private static final Duration TICK = Duration.ofHours(6);

  /** What each watch makes of an item. */
  private record Judged(ArticleSource.Item item, Map<Rehearsal, Judgement> by) {}

  /** What became of one item. */
  record Step(ArticleSource.Item item, Map<Rehearsal, Followed> by) {}

  /** What one watch made of an article. */
  record Followed(Judgement judgement, List<Alert> alerts) {}

  /** Is told of each item, in order. */
  interface Audience {
    void see(Step step);

    /** What time alone brought about, such as the end of a story. */
    void pass(Rehearsal rehearsal, List<Alert> alerts);
  }

  private final List<Rehearsal> rehearsals;
  private @Nullable Instant ticked;

  Replay(List<Rehearsal> rehearsals) {
    this.rehearsals = List.copyOf(rehearsals);
  }

  void run(ArticleSource articles, Audience audience) {
    try (ExecutorService judges = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      Deque<CompletableFuture<List<Judged>>> ahead = new ArrayDeque<>();
      while (articles.hasNext() || !ahead.isEmpty()) {
        while (ahead.size() < AHEAD && articles.hasNext()) {
          List<ArticleSource.Item> chunk = chunk(articles);
          ahead.add(CompletableFuture.supplyAsync(() -> chunk.stream().map(this::judge).toList(), judges));
        }
        for (Judged judged : ahead.remove().join()) {
          passTime(judged.item(), audience);
          audience.see(follow(judged));
        }
      }
    }
  }

  private static List<ArticleSource.Item> chunk(ArticleSource articles) {
    List<ArticleSource.Item> chunk = new ArrayList<>(CHUNK);
    while (chunk.size() < CHUNK && articles.hasNext()) {
      chunk.add(articles.next());
    }
    return chunk;
  }

  private Judged judge(ArticleSource.Item item) {
    Map<Rehearsal, Judgement> judgements = new LinkedHashMap<>();
    Article article = item.article();
    if (article != null) {
      ReadArticle read = ReadArticle.of(article);
      rehearsals.forEach(each -> judgements.put(each, each.judge(read)));
    }
    return new Judged(item, judgements);
  }

  private void passTime(ArticleSource.Item item, Audience audience) {
    Article article = item.article();
    if (article != null && (ticked == null || !article.fetchedAt().isBefore(ticked.plus(TICK)))) {
      Instant now = article.fetchedAt();
      ticked = now;
      rehearsals.forEach(each -> audience.pass(each, each.tick(now)));
    }
  }

  private static Step follow(Judged judged) {
    Map<Rehearsal, Followed> by = new LinkedHashMap<>();
    Article article = judged.item().article();
    if (article != null) {
      judged.by().forEach((rehearsal, judgement) ->
          by.put(rehearsal, new Followed(judgement, rehearsal.follow(article, judgement))));
    }
    return new Step(judged.item(), by);
  }
}
