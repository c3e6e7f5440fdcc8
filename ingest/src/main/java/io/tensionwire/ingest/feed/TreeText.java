package io.tensionwire.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/** The text of an element that may hold mark-up: escaped, inline, in CDATA or in base64, its addresses absolute. */
final class TreeText {

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final String documentBase;

  TreeText(FeedDocument document) {
    String uri = document.uri().toString();
    String location = document.contentLocation();
    this.documentBase = location == null ? uri : new Addresses(uri).absolute(location);
  }

  /** The first of these children that says something, or nothing. */
  String first(Children children, String... paths) {
    for (String path : paths) {
      Element element = children.find(path);
      String text = element == null ? "" : of(element);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  String of(Element element) {
    if (holdsElements(element)) {
      return InlineMarkup.within(element, base(element)).strip();
    }
    String text = element.getText().strip();
    String type = attribute(element, "type");
    String mode = attribute(element, "mode");
    boolean binary = !type.isEmpty() && type.contains("/") && !type.startsWith("text/") && !type.endsWith("xml");
    if (mode.equals("base64") || (mode.isEmpty() && binary)) {
      text = decoded(text);
      type = "html";
    }
    boolean plain = type.equals("text") || (type.equals("text/plain") && !mode.equals("base64"));
    return plain || text.indexOf('<') < 0 ? text : new Addresses(base(element)).absoluteInMarkup(text);
  }

  /** Where an element's relative addresses start: its {@code xml:base} and those around it. */
  String base(@Nullable Element element) {
    if (element == null) {
      return documentBase;
    }
    String own = element.hasAttributes() ? element.getAttributeValue("base", Namespace.XML_NAMESPACE) : null;
    String outer = base(element.getParentElement());
    return own == null ? outer : new Addresses(outer).absolute(own);
  }

  private static boolean holdsElements(Element element) {
    return element.getContentSize() > 0 && !element.getChildren().isEmpty();
  }

  private static String decoded(String text) {
    String packed = SPACE.matcher(text).replaceAll("");
    try {
      return new String(Base64.getDecoder().decode(packed), UTF_8).strip();
    } catch (IllegalArgumentException e) {
      return text; // Labelled so, but it is not.
    }
  }

  private static String attribute(Element element, String name) {
    return Objects.requireNonNullElse(element.getAttributeValue(name), "").strip().toLowerCase(Locale.ROOT);
  }
}
