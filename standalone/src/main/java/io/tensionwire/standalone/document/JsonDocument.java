package io.tensionwire.standalone.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tensionwire.model.Json;
import io.tensionwire.model.Language;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document as a line of JSON: {@code {"id","title","text","url"?,"outlet"?,"language"?,"publishedAt"?}}.
 *
 * @param title may be empty where there is a text
 * @param outlet empty where it is not given
 */
public record JsonDocument(
    String id,
    String title,
    String text,
    @Nullable URI url,
    String outlet,
    @Nullable Language language,
    @Nullable Instant publishedAt) {

  /**
   * Reads an object.
   *
   * @throws IllegalArgumentException if it is no document; the message says why, for the user
   */
  public static JsonDocument of(JsonNode node) {
    if (!node.isObject()) {
      throw new IllegalArgumentException("is not a JSON object");
    }
    String id = node.path("id").asText();
    if (id.isBlank()) {
      throw new IllegalArgumentException("id is missing");
    }
    String url = text(node, "url");
    return new JsonDocument(
        id, text(node, "title"), text(node, "text"), url.isEmpty() ? null : address(url), text(node, "outlet"),
        Language.ofTag(text(node, "language")), date(node));
  }

  /**
   * The JSON of a line.
   *
   * @throws IllegalArgumentException if it is none; the message says why, for the user
   */
  public static JsonNode json(String line) {
    try {
      return Json.mapper().readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static URI address(String url) {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("url is not an address: " + url, e);
    }
  }

  private static String text(JsonNode document, String key) {
    JsonNode value = document.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isTextual()) {
      throw new IllegalArgumentException(key + " is not text");
    }
    return value.asText();
  }

  private static @Nullable Instant date(JsonNode document) {
    String text = text(document, "publishedAt");
    try {
      return text.isEmpty() ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "publishedAt is not an instant such as 2026-11-21T09:00:00Z: " + text, e);
    }
  }
}
