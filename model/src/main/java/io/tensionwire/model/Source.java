package io.tensionwire.model;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An article as a source of a story. */
public record Source(
    String articleId,
    int revision,
    String title,
    URI url,
    String outlet,
    Language language,
    @Nullable Instant publishedAt) {

  public Source {
    requireNonNull(articleId, "articleId of a source is missing");
    requireNonNull(url, () -> "url is missing: " + articleId);
    title = requireNonNullElse(title, "");
    outlet = requireNonNullElse(outlet, "");
    language = requireNonNullElse(language, Language.OTHER);
    publishedAt = publishedAt == null ? null : Moment.bounded(publishedAt);
  }
}
