package io.tensionwire.processor;

import io.tensionwire.detection.alert.Untold;
import io.tensionwire.detection.follow.Outcome;
import io.tensionwire.model.WireName;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was recorded without being told since it was last said: a first start on ten thousand articles is one line. */
final class UntoldTally {

  private static final Logger log = LoggerFactory.getLogger(UntoldTally.class);

  private final Map<Untold, Integer> articles = new EnumMap<>(Untold.class);
  private int stories;

  void add(Outcome.Recorded recorded) {
    articles.merge(recorded.why(), 1, Integer::sum);
    stories += recorded.opens() ? 1 : 0;
  }

  void say() {
    if (articles.isEmpty()) {
      return;
    }
    log.atInfo()
        .addKeyValue("articles", articles.values().stream().mapToInt(count -> count).sum())
        .addKeyValue("newStories", stories)
        .addKeyValue("why", articles.entrySet().stream()
            .map(each -> each.getValue() + " " + WireName.of(each.getKey())).collect(Collectors.joining(", ")))
        .log("articles recorded, not told");
    articles.clear();
    stories = 0;
  }
}
