package io.tensionwire.alerts.route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What several matchers ask together. Of a field with one value out of an enumeration, every case is looked at; of others,
 * what the matchers themselves say.
 */
record Condition(List<Matcher> matchers) {

  static final Condition ANYTHING = new Condition(List.of());

  /** The value of an alert that has none. */
  private static final String NONE = "";

  Condition {
    matchers = List.copyOf(matchers);
  }

  Condition and(List<Matcher> more) {
    List<Matcher> both = new ArrayList<>(matchers);
    both.addAll(more);
    return new Condition(both);
  }

  /** Why no alert can be like this; {@code null} where one can. */
  @Nullable String contradiction() {
    for (Matcher one : matchers) {
      for (Matcher other : matchers) {
        if (contradict(one, other)) {
          return one + " and " + other + " contradict each other";
        }
      }
    }
    for (AlertField field : fields(matchers)) {
      if (values(field).isEmpty()) {
        List<String> asked = matchers.stream().filter(m -> m.field() == field).map(Matcher::toString).toList();
        return String.join(" and ", asked) + (asked.size() == 1 ? " holds for no alert" : " contradict each other");
      }
    }
    return null;
  }

  /** Whether nothing can be like this and match those, too. */
  boolean excludes(List<Matcher> others) {
    return and(others).contradiction() != null;
  }

  /** Whether every alert like this is like one of those, too. */
  boolean isCoveredBy(List<Condition> others) {
    // A condition on anything but enumerations counts only where this one implies it.
    List<List<Matcher>> open = others.stream()
        .filter(other -> other.matchers().stream().allMatch(m -> m.field().isEnumerated() || implies(m)))
        .map(other -> other.matchers().stream().filter(m -> m.field().isEnumerated()).toList())
        .toList();
    Set<AlertField> fields = new LinkedHashSet<>();
    open.forEach(each -> fields.addAll(fields(each)));
    return !open.isEmpty() && cases(List.copyOf(fields)).stream().allMatch(
        one -> open.stream().anyMatch(each -> each.stream().allMatch(m -> m.holdsFor(of(one, m.field())))));
  }

  /** Whether all alerts like this match. */
  private boolean implies(Matcher asked) {
    return matchers.stream().anyMatch(given -> given.field() == asked.field()
        && (given.operator() == asked.operator() && same(given, asked)
            || given.field().isSingle() && given.operator() == Matcher.Operator.IS
                && asked.operator() == Matcher.Operator.NOT && !same(given, asked)));
  }

  private static boolean contradict(Matcher one, Matcher other) {
    return one.field() == other.field() && one.operator() == Matcher.Operator.IS
        && (other.operator() == Matcher.Operator.NOT && same(one, other)
            || other.operator() == Matcher.Operator.IS && one.field().isSingle() && !same(one, other));
  }

  private static boolean same(Matcher one, Matcher other) {
    return one.field().compare(one.value(), other.value()) == 0;
  }

  private List<Map<AlertField, String>> cases(List<AlertField> fields) {
    List<Map<AlertField, String>> cases = List.of(Map.of());
    for (AlertField field : fields) {
      List<Map<AlertField, String>> longer = new ArrayList<>();
      for (Map<AlertField, String> one : cases) {
        for (String value : values(field)) {
          Map<AlertField, String> more = new LinkedHashMap<>(one);
          more.put(field, value);
          longer.add(more);
        }
      }
      cases = longer;
    }
    return cases;
  }

  /** The values that the matchers leave to an enumerated field; of another field nothing is known. */
  private List<String> values(AlertField field) {
    if (!field.isEnumerated()) {
      return List.of(NONE);
    }
    List<String> all = new ArrayList<>(field.choices());
    if (field.mayBeAbsent()) {
      all.add(NONE);
    }
    return all.stream()
        .filter(value -> matchers.stream().allMatch(m -> m.field() != field || m.holdsFor(listOf(value)))).toList();
  }

  private static List<String> of(Map<AlertField, String> one, AlertField field) {
    return listOf(one.getOrDefault(field, NONE));
  }

  private static List<String> listOf(String value) {
    return value.equals(NONE) ? List.of() : List.of(value);
  }

  private static Set<AlertField> fields(List<Matcher> matchers) {
    Set<AlertField> fields = new LinkedHashSet<>();
    matchers.forEach(matcher -> fields.add(matcher.field()));
    return fields;
  }
}
