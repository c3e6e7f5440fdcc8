package io.tensionwire.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import org.jdom2.Attribute;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Text;

/** The text of an element that may hold mark-up: escaped, inline, in CDATA or in base64, its addresses absolute. */
final class TreeText {

  private final String documentBase;

  TreeText(FeedDocument document) {
    String uri = document.uri().toString();
    String location = document.contentLocation();
    this.documentBase = location == null ? uri : new Addresses(uri).absolute(location);
  }

  String of(Element element) {
    String type = attribute(element, "type");
    String mode = attribute(element, "mode");
    var addresses = new Addresses(base(element));
    if (!element.getChildren().isEmpty()) {
      return addresses.absoluteInMarkup(inner(element)).strip();
    }
    String text = element.getText().strip();
    boolean binary = !type.isEmpty() && type.contains("/") && !type.startsWith("text/") && !type.endsWith("xml");
    if (mode.equals("base64") || (mode.isEmpty() && binary)) {
      text = decoded(text);
      type = "html";
    }
    boolean plain = type.equals("text") || (type.equals("text/plain") && !mode.equals("base64"));
    return plain ? text : addresses.absoluteInMarkup(text);
  }

  /** Where an element's relative addresses start: its {@code xml:base} and those around it. */
  String base(Element element) {
    String own = element.getAttributeValue("base", Namespace.XML_NAMESPACE);
    Element parent = element.getParentElement();
    String outer = parent == null ? documentBase : base(parent);
    return own == null ? outer : new Addresses(outer).absolute(own);
  }

  private static String decoded(String text) {
    try {
      return new String(Base64.getMimeDecoder().decode(text), UTF_8).strip();
    } catch (IllegalArgumentException e) {
      return text; // Labelled so, but it is not.
    }
  }

  private static String inner(Element element) {
    var out = new StringBuilder();
    for (Content content : element.getContent()) {
      write(out, content);
    }
    return out.toString();
  }

  private static void write(StringBuilder out, Content content) {
    switch (content) {
      case Text text -> out.append(escape(text.getText(), false));
      case Element element -> {
        String name = element.getNamespaceURI().equals(Namespaces.XHTML) ? element.getName() : element.getQualifiedName();
        out.append('<').append(name);
        for (Attribute attribute : element.getAttributes()) {
          if (!attribute.getNamespace().equals(Namespace.XML_NAMESPACE)) {
            out.append(' ').append(attribute.getQualifiedName()).append("=\"")
                .append(escape(attribute.getValue(), true)).append('"');
          }
        }
        if (element.getContent().isEmpty()) {
          out.append(" />");
        } else {
          out.append('>').append(inner(element)).append("</").append(name).append('>');
        }
      }
      default -> {}
    }
  }

  private static String escape(String text, boolean attribute) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return attribute ? escaped.replace("\"", "&quot;") : escaped;
  }

  private static String attribute(Element element, String name) {
    return Objects.requireNonNullElse(element.getAttributeValue(name), "").strip().toLowerCase(Locale.ROOT);
  }
}
