package io.tensionwire.standalone.backtest;

import io.tensionwire.detection.Judgement;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Article;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes watches through articles. What each makes of an article is asked in parallel, a chunk ahead; following is in the
 * order of arrival, so that the outcome is the same every time.
 */
final class Replay {

  private static final int CHUNK = 256;

  /** How far time goes between two looks at what became quiet. */
  private static final Duration TICK = Duration.ofHours(6);

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
    while (articles.hasNext()) {
      List<ArticleSource.Item> chunk = new ArrayList<>(CHUNK);
      while (chunk.size() < CHUNK && articles.hasNext()) {
        chunk.add(articles.next());
      }
      List<Map<Rehearsal, Judgement>> judged =
          IntStream.range(0, chunk.size()).parallel().mapToObj(i -> judge(chunk.get(i))).collect(Collectors.toList());
      for (int i = 0; i < chunk.size(); i++) {
        passTime(chunk.get(i), audience);
        audience.see(follow(chunk.get(i), judged.get(i)));
      }
    }
  }

  private Map<Rehearsal, Judgement> judge(ArticleSource.Item item) {
    Map<Rehearsal, Judgement> judgements = new LinkedHashMap<>();
    Article article = item.article();
    if (article != null) {
      rehearsals.forEach(each -> judgements.put(each, each.judge(article)));
    }
    return judgements;
  }

  private void passTime(ArticleSource.Item item, Audience audience) {
    Article article = item.article();
    if (article != null && (ticked == null || !article.fetchedAt().isBefore(ticked.plus(TICK)))) {
      Instant now = article.fetchedAt();
      ticked = now;
      rehearsals.forEach(each -> audience.pass(each, each.tick(now)));
    }
  }

  private static Step follow(ArticleSource.Item item, Map<Rehearsal, Judgement> judged) {
    Map<Rehearsal, Followed> by = new LinkedHashMap<>();
    Article article = item.article();
    if (article != null) {
      judged.forEach((rehearsal, judgement) ->
          by.put(rehearsal, new Followed(judgement, rehearsal.follow(article, judgement))));
    }
    return new Step(item, by);
  }
}
