package io.tensionwire.standalone.document;

import io.tensionwire.detection.Explanation;
import io.tensionwire.detection.verdict.Score.Term;
import io.tensionwire.model.WireName;
import io.tensionwire.standalone.cli.Table;
import io.tensionwire.standalone.process.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;

/**
 * How a score came about, in columns: each signal with the terms of its contribution, the product of those that count,
 * and where the severity comes from. Whoever multiplies what is shown comes to the score.
 */
final class ExplainedScore {
  private static final int PHRASE = 40;

  private final Terminal terminal;

  ExplainedScore(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(Explanation explanation, int score, PrintWriter out) {
    if (!explanation.terms().isEmpty()) {
      var table = new Table(
          "  counts", "rule", "where", "stance", "weight", "place", "closeness", "standing", "currency", "genre",
          "contribution", "words");
      explanation.terms().forEach(term -> table.add(row(term)));
      var lines = new StringWriter();
      table.print(new PrintWriter(lines, true));
      lines.toString().lines().forEach(line -> out.println(line.startsWith("  -") ? terminal.dim(line) : line));
      out.println("  " + terminal.bold("score " + score) + " = 100 · (1 − " + product(explanation) + ")");
    }
    out.println("  " + terminal.bold("because") + " " + explanation.because());
  }

  private static String[] row(Term term) {
    String words = term.phrase().replaceAll("\\s+", " ");
    return new String[] {
      term.counted() ? "  yes" : "  -", term.rule(), term.where(), WireName.of(term.how()), term.weight() + "/100",
      number(term.place()), number(term.closeness()), number(term.stance()), number(term.currency()),
      number(term.genre()), String.format(Locale.ROOT, "%.3f", term.contribution()),
      words.length() > PHRASE ? words.substring(0, PHRASE - 1) + "…" : words
    };
  }

  private static String product(Explanation explanation) {
    var product = new StringBuilder();
    for (Term term : explanation.terms()) {
      if (term.counted()) {
        product.append(product.isEmpty() ? "" : " · ")
            .append(String.format(Locale.ROOT, "(1 − %.3f)", term.contribution()));
      }
    }
    return product.isEmpty() ? "1" : product.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
