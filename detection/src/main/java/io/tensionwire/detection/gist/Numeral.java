package io.tensionwire.detection.gist;

import java.math.BigDecimal;

/**
 * A number as it stands in a text.
 *
 * @param to the token after its last
 * @param rest what follows it in its last token: a Korean counter with its particle
 * @param loose whether the word says a number only before a thing that is counted: "one", 한
 */
record Numeral(BigDecimal value, int from, int to, String rest, boolean loose) {

  /** The value as it is written in a gist: no exponent, no zeros at its end. */
  String written() {
    return value.stripTrailingZeros().toPlainString();
  }
}
