package io.tensionwire.ingest.feed;

import io.tensionwire.ingest.feed.FeedParseException.Reason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMFactory;
import org.jdom2.Namespace;
import org.jdom2.UncheckedJDOMFactory;
import org.jspecify.annotations.Nullable;

/**
 * Grows the tree of a feed from its tags, whether they match or not: end tags that are missing are thought of, those of
 * nothing are left out, prefixes that nobody bound mean what they usually mean. The last entry of a feed that is cut off
 * goes, the complete ones stay.
 */
final class TreeBuilder {

  private static final int DEEPEST = 100;

  /** Names are legal and texts without illegal characters when they come here. */
  private static final JDOMFactory FACTORY = new UncheckedJDOMFactory();

  private final Deque<Open> open = new ArrayDeque<>();
  private final StringBuilder words = new StringBuilder();
  private @Nullable Element root;
  private boolean finished;

  /** @param name as its tag writes it; @param bindings namespaces by prefix, those of its surroundings among them */
  private record Open(String name, Element element, Map<String, String> bindings) {}

  boolean isEmpty() {
    return open.isEmpty();
  }

  /** Whether the root was opened and closed. */
  boolean isFinished() {
    return finished;
  }

  /** To append the text of the open element to. */
  StringBuilder words() {
    return words;
  }

  /** @throws FeedParseException if elements are in each other without end */
  void start(String tag, Map<String, String> attributes, boolean empty, int at) throws FeedParseException {
    String name = written(tag);
    if (isMistypedEnd(name, attributes)) {
      end(name);
      return;
    }
    endForgotten(name);
    if (open.size() >= DEEPEST) {
      throw new FeedParseException(
          Reason.MALFORMED, "elements are nested deeper than " + DEEPEST + " at character " + at + ": not read");
    }
    flush();
    Map<String, String> bindings = bindings(attributes);
    Element element = FACTORY.element(local(name), namespace(prefix(name), bindings));
    attributes.forEach((key, value) -> attribute(element, key, value, bindings));
    if (root == null) {
      root = element;
      // ROME tells formats apart by what the root declares.
      bindings.forEach((prefix, uri) -> declare(element, prefix, uri));
    } else {
      FACTORY.addContent(open.getFirst().element(), element);
    }
    if (empty || (prefix(name).isEmpty() && Vocabulary.isVoid(name) && !open.isEmpty())) {
      finished = open.isEmpty();
    } else {
      open.push(new Open(name, element, bindings));
    }
  }

  void end(String tag) {
    String name = match(written(tag));
    if (name == null) {
      return; // Closes what was never opened.
    }
    flush();
    while (!open.pop().name().equals(name)) {
      flush();
    }
    finished = open.isEmpty();
  }

  /**
   * The whole tree.
   *
   * @return {@code null} where there is no element
   */
  @Nullable Document finish() {
    var outermostFirst = open.descendingIterator();
    while (outermostFirst.hasNext()) {
      Element element = outermostFirst.next().element();
      if (Vocabulary.isEntry(element.getName()) && element.getParent() != null) {
        element.detach(); // An entry that is not whole is not told.
        words.setLength(0);
        break;
      }
    }
    if (!open.isEmpty()) {
      flush();
    }
    return root == null ? null : new Document(root);
  }

  private void flush() {
    if (open.isEmpty() || words.isEmpty()) {
      return;
    }
    Element element = open.getFirst().element();
    if (!(Vocabulary.isStructure(element.getName()) && isBlank(words))) {
      FACTORY.addContent(element, FACTORY.text(words.toString()));
    }
    words.setLength(0);
  }

  private static boolean isBlank(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** {@code <title>One<title>}: a slash is missing. */
  private boolean isMistypedEnd(String name, Map<String, String> attributes) {
    return isInEntry(open.peek()) && open.getFirst().name().equals(name) && Vocabulary.isText(name)
        && attributes.isEmpty() && !isBlank(words);
  }

  /** Ends what cannot go on where an element begins. */
  private void endForgotten(String name) {
    if (Vocabulary.isEntry(name) && !name.equals("url")) {
      boolean within = open.stream().anyMatch(element -> element.name().equals(name));
      if (within) {
        end(name);
      }
    } else if (isInEntry(open.peek()) && Vocabulary.ends(open.getFirst().name(), name)) {
      end(open.getFirst().name());
    }
  }

  /** Whether it is a field of an item of RSS: Atom has mark-up in many places. */
  private static boolean isInEntry(@Nullable Open field) {
    Element parent = field == null ? null : field.element().getParentElement();
    return parent != null && (parent.getName().equals("item") || parent.getName().equals("channel"));
  }

  /** The open element that an end tag means: the innermost of this name, its case aside. */
  private @Nullable String match(String name) {
    String other = null;
    for (Open element : open) {
      if (element.name().equals(name)) {
        return name;
      }
      if (other == null && element.name().equalsIgnoreCase(name)) {
        other = element.name();
      }
    }
    return other;
  }

  private Map<String, String> bindings(Map<String, String> attributes) {
    Map<String, String> outer = open.isEmpty() ? Map.of() : open.getFirst().bindings();
    Map<String, String> bindings = null;
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      String key = attribute.getKey();
      if (key.startsWith("xmlns") && (key.length() == 5 || key.charAt(5) == ':')) {
        String prefix = key.length() == 5 ? "" : key.substring(6);
        bindings = bindings == null ? new HashMap<>(outer) : bindings;
        bindings.put(prefix, Namespaces.meant(prefix, attribute.getValue()));
      }
    }
    return bindings == null ? outer : bindings;
  }

  private static Namespace namespace(String prefix, Map<String, String> bindings) {
    if (prefix.equals("xml")) {
      return Namespace.XML_NAMESPACE;
    }
    String uri = bindings.get(prefix);
    return Namespaces.of(prefix, uri != null ? uri : prefix.isEmpty() ? "" : Namespaces.usual(prefix));
  }

  private static void attribute(Element element, String key, String value, Map<String, String> bindings) {
    if (!key.startsWith("xmlns")) {
      String prefix = prefix(key);
      Namespace namespace = prefix.isEmpty() ? Namespace.NO_NAMESPACE : namespace(prefix, bindings);
      FACTORY.setAttribute(element, FACTORY.attribute(local(key), value, namespace));
    }
  }

  private static void declare(Element element, String prefix, String uri) {
    boolean own = prefix.equals(element.getNamespacePrefix());
    if (!own && !uri.isEmpty() && !prefix.isEmpty() && !prefix.startsWith("xml")) {
      FACTORY.addNamespaceDeclaration(element, Namespaces.of(prefix, uri));
    } else if (!own && prefix.isEmpty() && !uri.isEmpty()) {
      FACTORY.addNamespaceDeclaration(element, Namespaces.of("", uri));
    }
  }

  private static String written(String tag) {
    int colon = tag.indexOf(':');
    if (colon < 0) {
      return Vocabulary.written(tag);
    }
    String local = tag.substring(colon + 1);
    String written = Vocabulary.written(local);
    return written.equals(local) ? tag : tag.substring(0, colon + 1) + written;
  }

  private static String prefix(String name) {
    int colon = name.indexOf(':');
    return colon < 0 ? "" : name.substring(0, colon);
  }

  private static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }
}
