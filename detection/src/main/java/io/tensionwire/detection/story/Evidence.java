package io.tensionwire.detection.story;

/**
 * What speaks for or against two articles reporting one event, each with what one unit of it adds to the log-odds, where
 * both are in one language and where they are not. The weights are a logistic regression with an L2 penalty of 3 over the
 * standardised evidence, no weight against its sign, on the pairs of articles of the labelled streams that are less than
 * four days apart ({@code EvidenceTable} in the tests prints them, {@code proofs/stories/fit.py} fits). What
 * it reaches on a stream is measured with the weights of the others: see {@code docs/stories.md}.
 */
enum Evidence {
  ONE(-3.26, -2.98),
  /** The cosine of what both speak of, rare things weighing more, prominent ones, too. */
  CONCEPTS(4.80, 5.12),
  /** The share of what the less wordy one speaks of that the other speaks of, too. */
  CONCEPTS_OF_SHORTER(1.29, 5.90),
  NAMES(2.33, 0.00),
  /** The logarithm of one and the weight of all names that both have. */
  NAMES_IN_ALL(0.35, 2.50),
  NAMES_OF_SHORTER(0.00, 0.65),
  /** The logarithm of one and the number of counts and sums that both have, common ones weighing less. */
  AMOUNTS(1.14, 2.23),
  SAME_DAY(1.15, 1.15),
  OTHER_DAYS(-0.19, -0.12),
  /** The cosine of the categories and directions of what they report as news. */
  ACTS(0.00, 0.42),
  OTHER_ACTS(-0.85, -0.68),
  /** The logarithm of one and the hours between them. */
  HOURS(-0.75, -1.06),
  /** The days between them beyond the first. */
  DAYS(-0.95, -1.47),
  /** How many of the two are not worth telling by themselves. */
  UNTOLD(-0.23, -0.46),
  /** How many of the two are analysis or opinion: they say much else, and yet speak of one event. */
  COMMENTS(1.39, 2.19),
  PLACES(1.26, 1.46),
  OTHER_PLACES(-0.40, -1.19),
  /** The cosine of their words, in one language alone. */
  TERMS(3.76, 0.00),
  TERMS_OF_SHORTER(0.29, 0.00);

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
