package io.tensionwire.ingest.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The {@code <meta>} elements of a page by what they are about, whichever attribute names it. */
final class PageMeta {

  private static final List<String> NAMING = List.of("property", "name", "itemprop", "http-equiv");

  private final Map<String, List<String>> contents = new HashMap<>();

  PageMeta(Document document) {
    for (Element meta : document.getElementsByTag("meta")) {
      String content = meta.attr("content").strip();
      if (content.isEmpty()) {
        continue;
      }
      for (String naming : NAMING) {
        String name = meta.attr(naming).strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty()) {
          contents.computeIfAbsent(name, ignored -> new ArrayList<>()).add(content);
        }
      }
    }
  }

  /** What the first of these names that is there says, as one line of plain text; empty where none is there. */
  String first(String... names) {
    for (String name : names) {
      List<String> said = contents.get(name);
      if (said != null) {
        return Markup.line(said.getFirst());
      }
    }
    return "";
  }

  /** Everything that these names say, in their order, as it stands. */
  List<String> all(List<String> names) {
    List<String> all = new ArrayList<>();
    names.forEach(name -> all.addAll(contents.getOrDefault(name, List.of())));
    return all;
  }
}
