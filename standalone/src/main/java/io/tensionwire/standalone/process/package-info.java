/**
 * What a long-running command is made of: parts that are started in one order and closed in the reverse, an end that
 * comes by a signal or by a bug, the operations server beside them, and logs on standard error.
 */
@NullMarked
package io.tensionwire.standalone.process;

import org.jspecify.annotations.NullMarked;
