package io.tensionwire.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdom2.Element;

/** Who wrote it: the names, and an address of e-mail only where there is no name. */
final class TreePeople {

  private static final String MAIL = "[^\\s<>()@]{1,100}@[^\\s<>()@]{1,100}";
  private static final Pattern NAMED_BEFORE = Pattern.compile("([^<(]{1,200}?)\\s*[<(]\\s*(?:mailto:)?" + MAIL + "\\s*[>)]");
  private static final Pattern NAMED_BEHIND = Pattern.compile("(?:mailto:)?" + MAIL + "\\s*\\(([^()]{1,200})\\)");

  private TreePeople() {}

  static List<String> ofEntry(Children item) {
    List<String> names = new ArrayList<>();
    add(names, item, "author", "creator");
    if (names.isEmpty()) {
      add(names, item, "byline", "publisher");
    }
    return names.stream().distinct().toList();
  }

  static String ofFeed(Children channel) {
    List<String> names = new ArrayList<>();
    add(names, channel, "author", "creator", "managingEditor", "webMaster", "publisher");
    return names.isEmpty() ? "" : names.getFirst();
  }

  private static void add(List<String> names, Children parent, String... elements) {
    for (String name : elements) {
      for (Element element : parent.all(name)) {
        String person = person(element);
        if (!person.isEmpty()) {
          names.add(person);
        }
      }
    }
  }

  private static String person(Element element) {
    var children = Children.of(element);
    Element name = children.find("name");
    Element mail = children.find("email");
    if (name == null && mail == null) {
      return named(element.getValue().strip());
    }
    String named = name == null ? "" : name.getText().strip();
    return !named.isEmpty() || mail == null ? named : mail.getText().strip();
  }

  /** The name in {@code desk@news.example (The desk)} and {@code The desk <desk@news.example>}. */
  private static String named(String text) {
    for (Pattern form : List.of(NAMED_BEHIND, NAMED_BEFORE)) {
      Matcher matcher = form.matcher(text);
      if (matcher.matches() && !matcher.group(1).isBlank()) {
        return matcher.group(1).strip();
      }
    }
    return text;
  }
}
