package io.tensionwire.alerts.route;

import io.tensionwire.model.Alert;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One condition on an alert, such as {@code severity >= elevated} or {@code category = red-line}.
 *
 * <p>Of a field with several values, {@code category} and {@code direction}, {@code =} asks whether one of them is
 * equal and {@code !=} whether none is.
 */
public record Matcher(AlertField field, Operator operator, String value) {

  private static final Pattern FORM = Pattern.compile("\\s*([A-Za-z-]+)\\s*(>=|<=|!=|=|>|<)\\s*(.+?)\\s*");

  /** How a value is compared; an order only where the field has one. */
  public enum Operator {
    AT_LEAST(">="),
    AT_MOST("<="),
    NOT("!="),
    IS("="),
    ABOVE(">"),
    BELOW("<");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    static Operator of(String sign) {
      return Arrays.stream(values()).filter(o -> o.sign.equals(sign)).findFirst().orElseThrow();
    }

    private boolean holds(int comparison) {
      return switch (this) {
        case AT_LEAST -> comparison >= 0;
        case AT_MOST -> comparison <= 0;
        case NOT -> comparison != 0;
        case IS -> comparison == 0;
        case ABOVE -> comparison > 0;
        case BELOW -> comparison < 0;
      };
    }
  }

  public Matcher {
    field.check(value);
    if (operator != Operator.IS && operator != Operator.NOT && !field.ordered()) {
      throw new IllegalArgumentException(
          field.wireName() + " has no order; compare it with = or !=");
    }
  }

  /**
   * Reads a condition as people write it.
   *
   * @throws IllegalArgumentException if it is none; the message says what would be right
   */
  public static Matcher parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "is not a condition; write it like severity >= elevated or category = red-line");
    }
    return new Matcher(AlertField.of(form.group(1)), Operator.of(form.group(2)), form.group(3));
  }

  public boolean matches(Alert alert) {
    return holdsFor(field.of(alert));
  }

  /** Whether it holds for a field with these values. */
  boolean holdsFor(List<String> values) {
    return operator == Operator.NOT
        ? values.stream().allMatch(this::holds)
        : values.stream().anyMatch(this::holds);
  }

  private boolean holds(String given) {
    return operator.holds(field.compare(given, value));
  }

  @Override
  public String toString() {
    return field.wireName() + " " + operator.sign + " " + value;
  }
}
