package io.tensionwire.detection.story;

/**
 * What speaks for or against two articles reporting one event, each with what one unit of it adds to the log-odds, where
 * both are in one language and where they are not. The weights are a logistic regression with an L2 penalty of 3 over the
 * standardised evidence, no weight against its sign, on the pairs of articles of the labelled streams that are less than
 * four days apart ({@code EvidenceTable} in the tests prints them, {@code proofs/stories/fit.py} fits). What
 * it reaches on a stream with the weights of the others: {@code docs/stories.md}.
 */
enum Evidence {
  ONE(-3.21, -2.86),
  /** The cosine of what both speak of, rare things weighing more, prominent ones, too. */
  CONCEPTS(4.84, 5.09),
  /** The share of what the less wordy one speaks of that the other speaks of, too. */
  CONCEPTS_OF_SHORTER(1.42, 5.85),
  NAMES(2.32, 0.00),
  /** The logarithm of one and the weight of all names that both have. */
  NAMES_IN_ALL(0.42, 2.97),
  NAMES_OF_SHORTER(0.00, 0.24),
  /** The logarithm of one and the number of counts and sums that both have, common ones weighing less. */
  AMOUNTS(0.87, 2.06),
  SAME_DAY(1.22, 1.27),
  OTHER_DAYS(-0.18, -0.12),
  /** The cosine of the categories and directions of what they report as news. */
  ACTS(0.00, 0.50),
  OTHER_ACTS(-0.83, -0.67),
  /** Whether each side formally acts against the other, set by hand: two summonings are two events. */
  OPPOSED(-1.70, -1.70),
  /** The logarithm of one and the hours between them. */
  HOURS(-0.75, -1.09),
  /** The days between them beyond the first. */
  DAYS(-0.95, -1.46),
  /** How many of the two are not worth telling by themselves. */
  UNTOLD(-0.22, -0.41),
  /** How many of the two are analysis or opinion: they say much else, and yet speak of one event. */
  COMMENTS(1.35, 2.19),
  PLACES(1.31, 1.50),
  OTHER_PLACES(-0.02, -0.56),
  /**
   * Both count and name places, and neither a count nor, but in passing, a place is the same: another event of the kind.
   * Set by hand, beyond the fit: with a lower threshold it keeps two airspace entries of one day apart.
   */
  OTHER_FACTS(-2.00, -3.00),
  /** The cosine of their words, in one language alone. */
  TERMS(3.58, 0.00),
  TERMS_OF_SHORTER(0.26, 0.00);

  private static final Evidence[] ALL = values();

  private final double inOneLanguage;
  private final double acrossLanguages;

  Evidence(double inOneLanguage, double acrossLanguages) {
    this.inOneLanguage = inOneLanguage;
    this.acrossLanguages = acrossLanguages;
  }

  /** @param evidence by ordinal */
  static double logOdds(double[] evidence, boolean oneLanguage) {
    double odds = 0;
    for (Evidence each : ALL) {
      odds += evidence[each.ordinal()] * (oneLanguage ? each.inOneLanguage : each.acrossLanguages);
    }
    return odds;
  }

  static int count() {
    return ALL.length;
  }
}
