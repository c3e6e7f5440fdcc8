package io.tensionwire.ingest.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** The children of an element by their local names, each looked at once. */
final class Children {

  private final Element parent;
  private final Map<String, List<Element>> byName = new HashMap<>();

  private Children(Element parent) {
    this.parent = parent;
  }

  static Children of(Element parent) {
    var children = new Children(parent);
    for (Element child : parent.getChildren()) {
      children.byName.computeIfAbsent(child.getName(), name -> new ArrayList<>(1)).add(child);
    }
    return children;
  }

  Element element() {
    return parent;
  }

  /** Those of this local name, in the order of the document. */
  List<Element> all(String localName) {
    return byName.getOrDefault(localName, List.of());
  }

  /**
   * The first child that a path names: {@code prefix:name} asks for the namespace that the prefix usually has,
   * {@code parent/name} for a grandchild. Without a prefix one of the parent's own namespace comes first, and one of a
   * module is never meant, unless it is a parent.
   */
  @Nullable Element find(String path) {
    int slash = path.indexOf('/');
    if (slash > 0) {
      Element middle = find(path.substring(0, slash));
      if (middle == null) {
        middle = all(path.substring(0, slash)).stream().findFirst().orElse(null);
      }
      return middle == null ? null : Children.of(middle).find(path.substring(slash + 1));
    }
    int colon = path.indexOf(':');
    return colon < 0 ? own(path) : inNamespace(path.substring(colon + 1), Namespaces.usual(path.substring(0, colon)));
  }

  private @Nullable Element own(String name) {
    Element other = null;
    for (Element element : all(name)) {
      String namespace = element.getNamespaceURI();
      if (namespace.equals(parent.getNamespaceURI()) || namespace.equals(Namespaces.RSS_10)) {
        return element;
      }
      if (other == null && !Namespaces.isModule(namespace)) {
        other = element;
      }
    }
    return other;
  }

  private @Nullable Element inNamespace(String name, String namespace) {
    for (Element element : all(name)) {
      if (element.getNamespaceURI().equals(namespace)) {
        return element;
      }
    }
    return null;
  }
}
