package io.tensionwire.standalone.backtest;

import io.tensionwire.model.Alert;
import java.util.List;

/** Shows how far a replay is, and hands on what it hears. */
final class WatchedAudience implements Replay.Audience {

  private final Replay.Audience audience;
  private final ArticleSource articles;
  private final Progress progress;
  private long seen;

  WatchedAudience(Replay.Audience audience, ArticleSource articles, Progress progress) {
    this.audience = audience;
    this.articles = articles;
    this.progress = progress;
  }

  @Override
  public void see(Replay.Step step) {
    audience.see(step);
    seen++;
    progress.at(articles.progress(), seen);
  }

  @Override
  public void pass(Rehearsal rehearsal, List<Alert> alerts) {
    audience.pass(rehearsal, alerts);
  }
}
