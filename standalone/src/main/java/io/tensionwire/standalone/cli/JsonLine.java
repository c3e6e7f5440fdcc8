package io.tensionwire.standalone.cli;

import io.tensionwire.model.Json;
import java.util.regex.Pattern;

/** A value on one line, whatever its reader takes for the end of a line. */
public final class JsonLine {

  private static final Pattern LINE_ENDS = Pattern.compile("[\\u0085\\u2028\\u2029]");

  private JsonLine() {}

  public static String of(Object value) {
    return LINE_ENDS.matcher(Json.write(value))
        .replaceAll(match -> String.format("\\\\u%04x", (int) match.group().charAt(0)));
  }
}
