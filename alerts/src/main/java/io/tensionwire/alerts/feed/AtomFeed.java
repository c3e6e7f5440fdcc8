package io.tensionwire.alerts.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tensionwire.alerts.layout.FirstLine;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.message.PlainText;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Language;
import io.tensionwire.model.WireName;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes alerts as an Atom document. Whatever they say is text there: escaped, and once more where it is HTML. */
final class AtomFeed {

  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
  private static final String ID = "urn:uuid:" + uuid("tensionwire/alerts");
  private static final int MOST_TERM = 100;

  /** An alert and its words. */
  record Entry(Alert alert, Message message) {}

  private final XMLStreamWriter xml;

  private AtomFeed(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /**
   * The document.
   *
   * @param entries in the order in which they should stand
   * @param updated when the newest was raised
   */
  static byte[] write(Collection<Entry> entries, Instant updated) {
    var bytes = new ByteArrayOutputStream();
    try {
      var feed = new AtomFeed(XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, UTF_8.name()));
      feed.document(entries, updated);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("bytes in memory cannot fail to be written", e);
    }
    return bytes.toByteArray();
  }

  private void document(Collection<Entry> entries, Instant updated) throws XMLStreamException {
    xml.writeStartDocument(UTF_8.name(), "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeAttribute("xml:lang", "en");
    element("id", ID);
    element("title", "Tensionwire alerts");
    element("updated", updated.toString());
    xml.writeStartElement("author");
    element("name", "Tensionwire");
    xml.writeEndElement();
    for (Entry entry : entries) {
      entry(entry.alert(), entry.message());
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
  }

  private void entry(Alert alert, Message message) throws XMLStreamException {
    xml.writeStartElement("entry");
    element("id", "urn:uuid:" + uuid("tensionwire/alert/" + alert.id()));
    xml.writeStartElement("title");
    if (alert.language() != Language.OTHER) {
      xml.writeAttribute("xml:lang", WireName.of(alert.language()));
    }
    xml.writeCharacters(message.label() + ": " + FirstLine.headline(message));
    xml.writeEndElement();
    element("updated", alert.raisedAt().toString());
    element("published", alert.eventAt().toString());
    URI link = message.link();
    if (link != null) {
      xml.writeEmptyElement("link");
      xml.writeAttribute("rel", "alternate");
      xml.writeAttribute("href", link.toString());
    }
    AlertKind kind = alert.kind();
    if (kind != null) {
      category("kind", WireName.of(kind));
    }
    category("severity", WireName.of(alert.severity()));
    category("confidence", WireName.of(alert.confidence()));
    category("watch", PlainText.cut(PlainText.of(alert.watchId()).strip(), MOST_TERM));
    xml.writeStartElement("content");
    xml.writeAttribute("type", "html");
    xml.writeCharacters(EntryHtml.of(message, alert.language()));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void category(String scheme, String term) throws XMLStreamException {
    if (!term.isEmpty()) {
      xml.writeEmptyElement("category");
      xml.writeAttribute("scheme", "urn:tensionwire:" + scheme);
      xml.writeAttribute("term", term);
    }
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static UUID uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
  }
}
