package io.tensionwire.detection.story;

/**
 * What speaks for or against two articles reporting one event, each with what one unit of it adds to the log-odds, where
 * both are in one language and where they are not. The weights are a logistic regression with an L2 penalty of 3 over the
 * standardised evidence, no weight against its sign, on the pairs of articles of the labelled streams that are less than
 * four days apart, and once more on the same pairs as if all had come in a fifth of the time: on a busy day nearness in
 * time must not make strangers alike ({@code EvidenceTable} in the tests prints them, {@code proofs/stories/fit.py} fits).
 * What it reaches on streams that nobody fitted: {@code docs/stories.md}.
 */
enum Evidence {
  ONE(-3.77, -4.22),
  /** The cosine of what both speak of, rare things weighing more, prominent ones, too. */
  CONCEPTS(2.41, 1.46),
  /** The share of what the less wordy one speaks of that the other speaks of, too. */
  CONCEPTS_OF_SHORTER(3.30, 10.42),
  NAMES(2.95, 0.00),
  /** The logarithm of one and the weight of all names that both have. */
  NAMES_IN_ALL(0.00, 2.18),
  NAMES_OF_SHORTER(0.00, 1.99),
  /** The logarithm of one and the number of counts and sums that both have, common ones weighing less. */
  AMOUNTS(0.98, 2.12),
  SAME_DAY(1.59, 2.04),
  OTHER_DAYS(-0.44, -0.47),
  /** The cosine of the categories and directions of what they report as news. */
  ACTS(0.00, 0.72),
  OTHER_ACTS(-0.99, -0.74),
  /** Whether each side formally acts against the other, set by hand: two summonings are two events. */
  OPPOSED(-1.70, -1.70),
  /** The logarithm of one and the hours between them, two at least. */
  HOURS(-0.79, -0.97),
  /** The days between them beyond the first. */
  DAYS(-0.58, -0.93),
  /** How many of the two are not worth telling by themselves. */
  UNTOLD(-0.21, -0.18),
  /** How many of the two are analysis or opinion: they say much else, and yet speak of one event. */
  COMMENTS(1.33, 1.93),
  PLACES(1.62, 1.53),
  OTHER_PLACES(0.00, -0.72),
  /**
   * Both count and name places, and neither a count nor, but in passing, a place is the same: another event of the kind.
   * Set by hand, beyond the fit: with a lower threshold it keeps two airspace entries of one day apart.
   */
  OTHER_FACTS(-2.00, -3.00),
  /** The cosine of their words, in one language alone. */
  TERMS(5.29, 0.00),
  TERMS_OF_SHORTER(0.00, 0.00);

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
