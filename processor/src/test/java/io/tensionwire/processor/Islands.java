package io.tensionwire.processor;

import io.tensionwire.model.Watch;

/** Watches over two made-up islands, as an editor would write them. */
final class Islands {

  private Islands() {}

  /** The watch {@code islands} with one phrase. */
  static Watch watch(String phrase) {
    return watch("islands", phrase);
  }

  static Watch watch(String id, String phrase) {
    String source = """
        id: %s
        pair: [aland, beland]
        parties:
          - id: aland
            en: { names: [aland] }
          - id: beland
            en: { names: [beland] }
        signals:
          - id: quarrel
            category: diplomatic-protest
            weight: 80
            severity: high
            en:
              - "%s"
        """.formatted(id, phrase);
    return new Watch(id, "", source, SampleArticles.NOON, "a test");
  }
}
