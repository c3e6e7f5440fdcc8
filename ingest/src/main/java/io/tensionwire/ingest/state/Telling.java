package io.tensionwire.ingest.state;

import io.tensionwire.ingest.identity.EntryIdentity;
import io.tensionwire.ingest.identity.TextPrint;
import io.tensionwire.model.Article;
import io.tensionwire.model.ArticleStatus;
import io.tensionwire.model.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is told of an article, and what is remembered of that. */
final class Telling {

  private Telling() {}

  /** The entry that tells an article from its first revision on. */
  static Seen first(EntryIdentity entry, Article article, String entryHash, PageAsked asked, Instant now) {
    String pageAddress = EntryIdentity.addressOf(article.canonicalUrl());
    return asked(Seen.builder(entry.key(), article.id(), now), asked)
        .address(entry.address())
        .pageAddress(entry.page() == null || pageAddress.equals(entry.address()) ? null : pageAddress)
        .entryHash(entryHash)
        .stage(entry.stage())
        .firstPoll(article.firstPoll())
        .told(article, TextPrint.of(article).text())
        .build();
  }

  /** The next revision, and what it changes; nothing, where it is not to be told. */
  static Article revision(Seen told, Article.Builder text) {
    Article article = text.id(told.articleId()).revision(told.revision() + 1).changed(List.of())
        .firstPoll(told.ofFirstPoll()).build();
    List<String> changed = new ArrayList<>(TextPrint.parse(told.contentHash()).changedIn(article));
    if (told.gone() != (article.status() == ArticleStatus.GONE)) {
      changed.add("status");
    }
    return text.changed(changed).build();
  }

  /** What came of asking for the page, if it was asked for. */
  static Seen.Builder asked(Seen.Builder seen, PageAsked asked) {
    if (asked == PageAsked.NOT) {
      return seen;
    }
    seen.pageProblem(asked.problem()).pageTries(asked.tries(), asked.dueAt());
    return asked.title() == null ? seen : seen.pageTitle(asked.title());
  }
}
