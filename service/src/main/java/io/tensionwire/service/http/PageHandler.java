package io.tensionwire.service.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.tensionwire.service.PageContent;
import io.tensionwire.service.Pages;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows the pages of the roles, to whoever has them already in three digits (RFC 9110, 13). */
final class PageHandler implements HttpHandler {

  private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

  private final Pages pages;

  PageHandler(Pages pages) {
    this.pages = pages;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      PageContent page = pages.at(exchange.getRequestURI().getPath());
      Headers headers = exchange.getResponseHeaders();
      if (page == null) {
        exchange.sendResponseHeaders(404, -1);
      } else if (!method.equals("GET") && !method.equals("HEAD")) {
        headers.set("Allow", "GET, HEAD");
        exchange.sendResponseHeaders(405, -1);
      } else {
        headers.set("ETag", page.etag());
        headers.set("Last-Modified", DATE.format(page.lastModified().atZone(ZoneOffset.UTC)));
        headers.set("Cache-Control", "no-cache");
        send(exchange, page, method);
      }
    }
  }

  private static void send(HttpExchange exchange, PageContent page, String method) throws IOException {
    if (isKnown(exchange.getRequestHeaders(), page)) {
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", page.contentType());
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    if (method.equals("HEAD")) {
      exchange.sendResponseHeaders(200, -1);
      return;
    }
    exchange.sendResponseHeaders(200, page.body().length);
    exchange.getResponseBody().write(page.body());
  }

  /** An {@code If-None-Match} decides alone, where there is one. */
  private static boolean isKnown(Headers request, PageContent page) {
    String etags = request.getFirst("If-None-Match");
    if (etags != null) {
      return Stream.of(etags.split(",")).map(String::strip)
          .anyMatch(etag -> etag.equals("*") || etag.replaceFirst("^W/", "").equals(page.etag()));
    }
    Instant since = date(request.getFirst("If-Modified-Since"));
    return since != null && !page.lastModified().isAfter(since);
  }

  private static @Nullable Instant date(@Nullable String text) {
    try {
      return text == null ? null : ZonedDateTime.parse(text, DATE).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
