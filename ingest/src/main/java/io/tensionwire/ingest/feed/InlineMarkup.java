package io.tensionwire.ingest.feed;

import java.util.Map;
import java.util.TreeMap;
import org.jdom2.Attribute;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Text;

/**
 * Writes the elements within an element as HTML: without prefixes, another language such as SVG named where it begins,
 * attributes in the order of their names, addresses absolute.
 */
final class InlineMarkup {

  private final StringBuilder out = new StringBuilder();

  private InlineMarkup() {}

  /** @param base of the element's own relative addresses */
  static String within(Element element, String base) {
    var markup = new InlineMarkup();
    markup.content(element, base, Namespaces.XHTML);
    return markup.out.toString();
  }

  private void content(Element element, String base, String language) {
    for (Content content : element.getContent()) {
      switch (content) {
        case Text text -> out.append(escaped(text.getText()));
        case Element child -> element(child, base, language);
        default -> {}
      }
    }
  }

  private void element(Element element, String outerBase, String outerLanguage) {
    String ownBase = element.getAttributeValue("base", Namespace.XML_NAMESPACE);
    String base = ownBase == null ? outerBase : new Addresses(outerBase).absolute(ownBase);
    String language = language(element, outerLanguage);
    String name = language.equals(Namespaces.XHTML) ? element.getQualifiedName() : element.getName();
    name = element.getNamespaceURI().equals(Namespaces.XHTML) ? element.getName() : name;
    out.append('<').append(name);
    attributes(element, base, language, outerLanguage);
    boolean bare = EscapedMarkup.isVoid(name) || (element.getContent().isEmpty() && language.equals(Namespaces.XHTML));
    if (bare) {
      out.append(" />");
    } else {
      out.append('>');
      content(element, base, language);
      out.append("</").append(name).append('>');
    }
  }

  /** SVG and MathML are languages of their own; whatever else stands in a text is HTML. */
  private static String language(Element element, String outer) {
    String namespace = element.getNamespaceURI();
    if (namespace.equals("http://www.w3.org/2000/svg") || namespace.equals("http://www.w3.org/1998/Math/MathML")) {
      return namespace;
    }
    return namespace.equals(Namespaces.XHTML) || namespace.isEmpty() ? Namespaces.XHTML : outer;
  }

  private void attributes(Element element, String base, String language, String outerLanguage) {
    Map<String, String> written = new TreeMap<>();
    if (!language.equals(outerLanguage) && !language.equals(Namespaces.XHTML)) {
      written.put("xmlns", language);
    }
    for (Attribute attribute : element.getAttributes()) {
      Namespace namespace = attribute.getNamespace();
      if (namespace.equals(Namespace.XML_NAMESPACE)) {
        continue;
      }
      boolean address = EscapedMarkup.isAddress(attribute.getName());
      written.put(
          attribute.getQualifiedName(),
          address ? new Addresses(base).absolute(attribute.getValue()) : attribute.getValue());
      if (!namespace.getPrefix().isEmpty()) {
        written.put("xmlns:" + namespace.getPrefix(), namespace.getURI());
      }
    }
    written.forEach((key, value) ->
        out.append(' ').append(key).append("=\"").append(escaped(value).replace("\"", "&quot;")).append('"'));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
