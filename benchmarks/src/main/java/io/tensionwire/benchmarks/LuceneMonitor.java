package io.tensionwire.benchmarks;

import io.tensionwire.model.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.monitor.TermWeightor;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The same rules as queries of Lucene's monitor. Words are compared as they stand, without a stemmer, which is the
 * cheapest analysis; sentences come ready cut and are kept apart by a wide step in positions.
 */
final class LuceneMonitor implements Engine, AutoCloseable {
  private static final String FIELD = "text";
  private static final int BETWEEN_SENTENCES = 100;
  private static final FieldType POSITIONS = positions();

  private final Analyzer analyzer = new WordsAsTheyStand();
  private final Monitor monitor;

  /** How the monitor chooses the queries that it tries on an article. */
  enum Tuning {
    DEFAULT,
    FREQUENCY,
    MULTIPASS,
    MULTIPASS_FREQUENCY;

    private Presearcher presearcher(Map<String, Integer> frequencies) {
      TermWeightor weightor = this == FREQUENCY || this == MULTIPASS_FREQUENCY
          ? TermWeightor.combine(TermFilteredPresearcher.DEFAULT_WEIGHTOR,
              TermWeightor.termFreqWeightor(frequencies, 100, 1))
          : TermFilteredPresearcher.DEFAULT_WEIGHTOR;
      return this == DEFAULT || this == FREQUENCY
          ? new TermFilteredPresearcher(weightor, List.of(), Set.of())
          : new MultipassTermFilteredPresearcher(4, 0f, weightor, List.of(), Set.of());
    }
  }

  LuceneMonitor(Language language, List<Rule> rules, Tuning tuning) {
    Parts parts = Parts.of(language);
    Map<String, Integer> frequencies = new HashMap<>();
    for (List<String> names : List.of(parts.one(), parts.other())) {
      names.forEach(name -> terms(name).forEach(term -> frequencies.put(term, 100_000)));
    }
    try {
      monitor = new Monitor(
          analyzer, tuning.presearcher(frequencies), new MonitorConfiguration().setQueryUpdateBufferSize(50_000));
      Query one = anyName(parts.one());
      Query other = anyName(parts.other());
      List<MonitorQuery> queries = new ArrayList<>();
      for (Rule rule : rules) {
        var any = new BooleanQuery.Builder();
        rule.variants().forEach(variant -> any.add(query(variant), Occur.SHOULD));
        queries.add(new MonitorQuery(rule.id(), new BooleanQuery.Builder()
            .add(one, Occur.FILTER).add(other, Occur.FILTER).add(any.build(), Occur.FILTER).build()));
      }
      monitor.register(queries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Set<String> find(Text text) {
    var document = new Document();
    for (String sentence : text.sentences()) {
      document.add(new Field(FIELD, sentence, POSITIONS));
    }
    Set<String> found = new HashSet<>();
    try {
      for (QueryMatch match : monitor.match(document, QueryMatch.SIMPLE_MATCHER).getMatches()) {
        found.add(match.getQueryId());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  @Override
  public void close() {
    try {
      monitor.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    analyzer.close();
  }

  private static Query anyName(List<String> names) {
    var any = new BooleanQuery.Builder();
    names.forEach(name -> any.add(inARow(terms(name)), Occur.SHOULD));
    return new ConstantScoreQuery(any.build());
  }

  private static Query query(Rule.Variant variant) {
    if (variant.gap() == 0) {
      return inARow(variant.words());
    }
    IntervalsSource[] words = variant.words().stream().map(Intervals::term).toArray(IntervalsSource[]::new);
    return new IntervalQuery(FIELD, Intervals.maxgaps(variant.gap(), Intervals.ordered(words)));
  }

  private static Query inARow(List<String> terms) {
    return terms.size() == 1
        ? new TermQuery(new Term(FIELD, terms.getFirst())) : new PhraseQuery(FIELD, terms.toArray(String[]::new));
  }

  private static List<String> terms(String name) {
    return List.of(name.toLowerCase(Locale.ROOT).split(" "));
  }

  private static FieldType positions() {
    var type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }

  private static final class WordsAsTheyStand extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      var tokenizer = new StandardTokenizer();
      return new TokenStreamComponents(tokenizer, new LowerCaseFilter(tokenizer));
    }

    @Override
    public int getPositionIncrementGap(String field) {
      return BETWEEN_SENTENCES;
    }
  }
}
