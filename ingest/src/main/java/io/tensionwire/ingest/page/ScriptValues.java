package io.tensionwire.ingest.page;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tensionwire.model.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values that a script assigns, as far as they can be read without running it. */
final class ScriptValues {

  private static final ObjectMapper MAPPER = Json.mapper();
  /** {@code name = {}}, {@code name = JSON.parse("{}")}, and a call with a value such as {@code push([])}. */
  private static final Pattern START = Pattern.compile(
      "(?:[\\w$.\\]\"'] ?=|\\() ?(?:JSON\\.parse\\( ?(?=[\"'])|(?=[{\\[]))");
  private static final int MOST_TRIES = 200;
  /** Shorter values hold no article. */
  private static final int SHORT = 200;
  private static final int SHORTEST_LITERAL = 80;

  private ScriptValues() {}

  static List<JsonNode> in(String script) {
    String stripped = script.strip();
    if (stripped.startsWith("{") || stripped.startsWith("[")) {
      return read(stripped, 0, new int[1]);
    }
    List<JsonNode> values = new ArrayList<>();
    Matcher start = START.matcher(script);
    int from = 0;
    for (int tries = 0; tries < MOST_TRIES && start.find(from); tries++) {
      int[] end = {start.end()};
      char first = start.end() < script.length() ? script.charAt(start.end()) : ' ';
      if (first == '"' || first == '\'') {
        String literal = JsString.at(script, start.end());
        values.addAll(read(literal, 0, new int[1]));
        end[0] = start.end() + Math.max(1, literal.length());
      } else {
        values.addAll(read(script, start.end(), end));
      }
      from = Math.max(start.end(), Math.min(end[0], script.length()));
      if (script.length() - from < SHORT) {
        break;
      }
    }
    return values;
  }

  /** @param end is set to where the value ends, or could not be read on */
  private static List<JsonNode> read(String text, int from, int[] end) {
    try (JsonParser parser = MAPPER.createParser(new java.io.StringReader(text.substring(from)))) {
      JsonNode value = null;
      try {
        value = MAPPER.readTree(parser);
      } catch (IOException e) {
        // No JSON, though it starts like it: the search goes on behind the place where that became plain.
      }
      end[0] = from + (int) Math.max(1, parser.currentLocation().getCharOffset());
      return value == null || end[0] - from < SHORT ? List.of() : List.of(value);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("reading from memory", e);
    }
  }

  /** The long strings of a script, in their order. */
  static List<JsonNode> literals(String script) {
    List<JsonNode> literals = new ArrayList<>();
    for (int i = 0; i < script.length(); i++) {
      char c = script.charAt(i);
      if (c == '"' || c == '\'' || c == '`') {
        int end = JsString.end(script, i);
        if (end - i > SHORTEST_LITERAL) {
          literals.add(TextNode.valueOf(JsString.at(script, i)));
        }
        i = end;
      }
    }
    return literals;
  }
}
