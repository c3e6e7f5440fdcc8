package io.tensionwire.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.benchmarks.LuceneMonitor.Tuning;
import io.tensionwire.model.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is compared for speed must find the same; in the benchmark it is checked again, on all of its rules. */
class EnginesAgreeTest {

  @ParameterizedTest
  @EnumSource(value = Language.class, names = {"EN", "RU"})
  void detectorAndMonitorFindTheSameRules(Language language) {
    List<Rule> rules = Rule.generate(language, 60);
    var detector = new PhrasePart(language, rules);
    Set<String> found = new HashSet<>();

    try (var monitor = new LuceneMonitor(language, rules, Tuning.DEFAULT)) {
      for (Text text : new Press(language, rules, 7, 30).write(40)) {
        assertThat(detector.find(text)).isEqualTo(monitor.find(text));
        found.addAll(detector.find(text));
      }
    }

    assertThat(found).hasSizeGreaterThan(10);
  }
}
