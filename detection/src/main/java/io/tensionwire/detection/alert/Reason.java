package io.tensionwire.detection.alert;

import io.tensionwire.detection.story.MostTelling;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Signal;
import io.tensionwire.model.WireName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of an alert about a change: what it was, what it is, and who changed it. */
final class Reason {

  private static final int MOST_NAMED = 3;

  private Reason() {}

  record Change(String before, String after) {}

  /** Both sides of everything that differs. */
  static Change change(Shown before, Shown now) {
    List<String> was = new ArrayList<>();
    List<String> is = new ArrayList<>();
    if (before.severity() != now.severity()) {
      was.add(severity(before.severity()));
      is.add(severity(now.severity()));
    }
    if (before.polarity() != now.polarity()) {
      was.add(trend(before.polarity()));
      is.add(trend(now.polarity()));
    }
    if (!before.headline().equals(now.headline())) {
      was.add("headline “" + before.headline() + "”");
      is.add("headline “" + now.headline() + "”");
    }
    if (!before.facts().equals(now.facts())) {
      was.add(signals(before.facts()));
      is.add(signals(now.facts()));
    }
    if (before.articleCount() != now.articleCount() || before.outletCount() != now.outletCount()) {
      was.add(count(before.articleCount(), "article") + ", " + count(before.outletCount(), "outlet"));
      is.add(count(now.articleCount(), "article") + ", " + count(now.outletCount(), "outlet"));
    }
    return new Change(String.join("; ", was), String.join("; ", is));
  }

  /** Who changed what: {@code Yonhap revised its report (2): adds retaliation threat (“will not go unanswered”)}. */
  static String of(Detection cause, boolean isNew, Shown before, Shown now, List<Signal> signals) {
    String who = isNew ? cause.outlet() + " carries it, too" : revised(cause);
    List<String> what = new ArrayList<>();
    List<String> added = now.facts().stream().filter(f -> !before.facts().contains(f)).toList();
    if (!added.isEmpty()) {
      what.add("adds " + oneOfEachCategory(added).stream().limit(MOST_NAMED).map(f -> quoted(f, signals))
          .collect(Collectors.joining(", ")));
    }
    Set<String> left = now.facts().stream().map(Reason::category).collect(Collectors.toSet());
    List<String> removed =
        before.facts().stream().map(Reason::category).distinct().filter(category -> !left.contains(category)).toList();
    if (!removed.isEmpty()) {
      what.add("removes " + removed.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")));
    }
    if (!before.headline().equals(now.headline())) {
      what.add("new headline");
    }
    if (!Objects.equals(before.severity(), now.severity())) {
      what.add(now.severity() == null ? "nothing worth telling is left" : "now " + WireName.of(now.severity()));
    }
    return what.isEmpty() ? who : who + ": " + String.join(", ", what);
  }

  /** The same of an article whose wording changed. */
  static String of(Detection cause, Correction correction) {
    List<String> what = new ArrayList<>();
    if (correction.gone()) {
      what.add("its page is gone");
    } else if (correction.back()) {
      what.add("its page is there again");
    }
    if (!correction.removed().isEmpty() && !correction.gone()) {
      what.add("takes back " + categories(correction.removed().keySet()));
    }
    if (!correction.added().isEmpty() && !correction.back()) {
      what.add("adds " + categories(correction.added().keySet()));
    }
    return revised(cause) + ": " + String.join(", ", what);
  }

  private static String revised(Detection cause) {
    return cause.outlet() + " revised its report (revision " + cause.revision() + ")";
  }

  private static String categories(Set<String> facts) {
    return facts.stream().map(Reason::category).distinct().limit(MOST_NAMED).collect(Collectors.joining(", "));
  }

  /** In other words of the same category, nothing else is said. */
  private static List<String> oneOfEachCategory(List<String> facts) {
    Map<String, String> first = new LinkedHashMap<>();
    facts.forEach(fact -> first.putIfAbsent(category(fact), fact));
    return List.copyOf(first.values());
  }

  private static String quoted(String fact, List<Signal> signals) {
    return signals.stream()
        .filter(s -> MostTelling.fact(s).equals(fact))
        .findFirst()
        .map(s -> category(fact) + " (“" + s.phrase() + "”)")
        .orElse(category(fact));
  }

  private static String category(String fact) {
    return fact.substring(0, fact.indexOf(' ')).replace('-', ' ');
  }

  static String trend(@Nullable Polarity polarity) {
    return switch (polarity) {
      case null -> "neither worsening nor easing";
      case ESCALATION -> "worsening";
      case DEESCALATION -> "easing";
      case MIXED -> "both worsening and easing";
    };
  }

  private static String signals(List<String> facts) {
    if (facts.isEmpty()) {
      return "no signals";
    }
    return count(facts.size(), "signal") + ": "
        + facts.stream().map(Reason::category).distinct().collect(Collectors.joining(", "));
  }

  private static String severity(@Nullable Severity severity) {
    return severity == null ? "no severity" : "severity " + WireName.of(severity);
  }

  private static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
