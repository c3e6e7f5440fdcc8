package io.tensionwire.ingest.fetch;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the head of an answer says that somebody here needs. Values are as they came: nothing in them can be believed.
 *
 * @param status as in HTTP; 200 for what was not fetched over it
 * @param freshFor for how long the host takes the answer to be good, from now; {@code null} where it does not say, zero
 *     where it is to be asked each time. A month and more exists: clamp it
 * @param signs of those headers that tell a wall or who serves, by name in lower case: {@code server}, {@code
 *     cf-mitigated}, {@code x-datadome} and the like
 */
public record AnswerHead(
    int status,
    @Nullable String contentType,
    @Nullable String contentLocation,
    @Nullable String contentLanguage,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable Duration freshFor,
    Map<String, String> signs) {

  /** Of a document that came without a head, such as a file. */
  public static final AnswerHead NONE = new AnswerHead(200, null, null, null, null, null, null, Map.of());

  public AnswerHead {
    signs = Map.copyOf(signs);
  }

  public AnswerHead withContentType(@Nullable String changed) {
    return new AnswerHead(
        status, changed, contentLocation, contentLanguage, etag, lastModified, freshFor, signs);
  }

  /** Without validators: for a document that is to be asked for whole the next time. */
  AnswerHead withoutValidators() {
    return new AnswerHead(status, contentType, contentLocation, contentLanguage, null, null, freshFor, signs);
  }
}
