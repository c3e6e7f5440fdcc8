package io.tensionwire.alerts.route;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static io.tensionwire.alerts.AlertBuilder.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Category;
import io.tensionwire.model.Language;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatcherTest {

  private final Alert alert =
      alert()
          .severity(Severity.HIGH)
          .outlet("Harbour Post")
          .directions("russia>south-korea")
          .signal(signal(Category.RED_LINE, Stance.ASSERTED, "a red line", "red line", Language.EN))
          .signal(signal(Category.DIALOGUE, Stance.ASSERTED, "talks", "talks", Language.EN))
          .build();

  @ParameterizedTest
  @CsvSource({
      "severity >= elevated, true", "severity >= high, true", "severity > high, false", "severity=critical, false",
      "severity != critical, true", "severity <= high, true", "severity >= critical, false",
      "severity > elevated, true", "severity < high, false", "severity < critical, true", "severity <= notice, false",
      "confidence >= official, true", "confidence = corroborated, false",
      "kind = opened, true", "kind != updated, true",
      "category = red-line, true", "category = dialogue, true", "category != dialogue, false",
      "category != military-incident, true",
      "polarity = escalation, true", "direction = russia>south-korea, true", "direction = south-korea>russia, false",
      "language = en, true", "language != ko, true", "genre = report, true", "outlet = harbour post, true",
      "watch = korea-russia, true"
  })
  void asksForOneFieldOfAnAlert(String matcher, boolean matches) {
    assertThat(Matcher.parse(matcher).matches(alert)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "severity is high | is not a condition; write it like severity >= elevated",
      "severty >= high | asks for severty, which alerts do not have; did you mean severity?",
      "severity >= hihg | hihg is not a severity; did you mean high?",
      "severity >= x | x is not a severity; it is one of notice, elevated, high, critical",
      "kind >= opened | kind has no order; compare it with = or !=",
      "direction = russia | russia is not a direction; write it like russia>south-korea"
  })
  void saysWhatWouldBeRight(String matcher, String message) {
    assertThatThrownBy(() -> Matcher.parse(matcher)).hasMessageContaining(message);
  }

  @Test
  void anUnknownKindIsNoKind() {
    Alert newer = alert().kind(null).build();

    assertThat(new Matcher(AlertField.KIND, Matcher.Operator.IS, "opened").matches(newer)).isFalse();
    assertThat(Matcher.parse("kind != updated").matches(newer)).isTrue();
    assertThat(Matcher.parse("kind = updated").matches(alert().kind(AlertKind.UPDATED).build())).isTrue();
  }
}
