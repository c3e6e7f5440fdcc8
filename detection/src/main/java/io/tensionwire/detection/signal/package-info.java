/** From words that were found to signals of the pair: who is in the sentence, how it stands, who acts on whom. */
@NullMarked
package io.tensionwire.detection.signal;

import org.jspecify.annotations.NullMarked;
