package io.tensionwire.ingest.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The text of an article that only the scripts of its page hold: the state of Next.js ({@code __NEXT_DATA__} and the
 * flight data of {@code self.__next_f.push}), of Arc ({@code Fusion.globalContent}), of Nuxt, or whatever else a script
 * assigns. Nothing is run: values are read as JSON, and what is no JSON by its string literals.
 */
final class ScriptBody {

  private static final int SHORTEST_SCRIPT = 300;
  private static final long MOST_CHARACTERS = 8_000_000;

  private ScriptBody() {}

  static BodyText of(Document document, String title) {
    var search = new PayloadSearch(title);
    var flight = new StringBuilder();
    List<String> noJson = new ArrayList<>();
    long read = 0;
    for (Element script : document.select("script")) {
      String data = script.data();
      read += data.length();
      if (data.length() < SHORTEST_SCRIPT || script.attr("type").contains("ld+json") || read > MOST_CHARACTERS) {
        continue;
      }
      if (FlightData.isPush(data)) {
        FlightData.append(data, flight);
      } else {
        List<JsonNode> values = ScriptValues.in(data);
        values.forEach(search::look);
        if (values.isEmpty()) {
          noJson.add(data);
        }
      }
    }
    if (!flight.isEmpty()) {
      FlightData.rows(flight).forEach(search::look);
    }
    BodyText found = search.best();
    for (int i = 0; found.isEmpty() && i < noJson.size(); i++) {
      ScriptValues.literals(noJson.get(i)).forEach(search::look);
      found = search.best();
    }
    return BodyCleaner.lines(found);
  }
}
