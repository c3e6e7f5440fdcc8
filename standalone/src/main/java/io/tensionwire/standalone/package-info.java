/** The command line: one class a command, each of which only turns words into calls and results into words. */
@NullMarked
package io.tensionwire.standalone;

import org.jspecify.annotations.NullMarked;
