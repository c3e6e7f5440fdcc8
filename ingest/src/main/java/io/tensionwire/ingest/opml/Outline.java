package io.tensionwire.ingest.opml;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A line of an outline.
 *
 * @param folders the texts of the lines that it stands below, outermost first
 * @param attributes by name, whatever its case
 */
record Outline(List<String> folders, Map<String, String> attributes) {

  Outline {
    folders = List.copyOf(folders);
    Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(attributes);
    attributes = Collections.unmodifiableMap(copy);
  }

  /** An attribute without the space around it; empty where there is none. */
  String get(String name) {
    return attributes.getOrDefault(name, "").strip();
  }
}
