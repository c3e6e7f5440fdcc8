package io.tensionwire.ingest.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tensionwire.model.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stream that Next.js pushes into {@code self.__next_f} piece by piece: rows {@code id:json}, each on a line, and
 * texts {@code id:Tlength,text}, the length in hexadecimal bytes of UTF-8 and without an end of line.
 */
final class FlightData {

  private static final ObjectMapper MAPPER = Json.mapper();
  private static final Pattern PUSH = Pattern.compile("__next_f\\.push\\(\\s*\\[\\s*1\\s*,\\s*(?=\")");
  private static final Pattern ROW = Pattern.compile("[0-9a-f]{1,8}:");
  private static final Pattern TEXT = Pattern.compile("T([0-9a-f]{1,7}),");

  private FlightData() {}

  static boolean isPush(String script) {
    return script.contains("__next_f") && PUSH.matcher(script).find();
  }

  static void append(String script, StringBuilder stream) {
    Matcher push = PUSH.matcher(script);
    for (int from = 0; push.find(from); ) {
      stream.append(JsString.at(script, push.end()));
      from = Math.max(push.end() + 1, JsString.end(script, push.end()));
    }
  }

  static List<JsonNode> rows(CharSequence stream) {
    List<JsonNode> rows = new ArrayList<>();
    String text = stream.toString();
    Matcher row = ROW.matcher(text);
    Matcher length = TEXT.matcher(text);
    int at = 0;
    while (at < text.length()) {
      int line = text.indexOf('\n', at);
      int end = line < 0 ? text.length() : line;
      if (!row.region(at, end).lookingAt()) {
        at = end + 1;
        continue;
      }
      if (length.region(row.end(), end).lookingAt()) {
        int stop = after(text, length.end(), Integer.parseInt(length.group(1), 16));
        rows.add(TextNode.valueOf(text.substring(length.end(), stop)));
        at = stop;
      } else {
        read(text.substring(row.end(), end), rows);
        at = end + 1;
      }
    }
    return rows;
  }

  /** The index after so many bytes of UTF-8. */
  private static int after(String text, int from, int bytes) {
    int at = from;
    int left = bytes;
    while (at < text.length() && left > 0) {
      char c = text.charAt(at++);
      // Each half of a pair counts two of the four bytes.
      left -= c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return at;
  }

  private static void read(String json, List<JsonNode> rows) {
    int start = json.startsWith("I[") || json.startsWith("HL[") ? -1 : Math.max(json.indexOf('['), json.indexOf('{'));
    if (start < 0) {
      return;
    }
    try {
      rows.add(MAPPER.readTree(json.startsWith("[") || json.startsWith("{") ? json : json.substring(start)));
    } catch (JsonProcessingException e) {
      return; // Rows may be cut at the end of a stream that was not finished.
    }
  }
}
