/** {@code silences …}: what nobody wants to hear for a while, from the command line. */
@NullMarked
package io.tensionwire.standalone.silences;

import org.jspecify.annotations.NullMarked;
