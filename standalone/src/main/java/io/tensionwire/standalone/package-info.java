/**
 * The command line: {@link io.tensionwire.standalone.Main} and one class for each command. A command reads its options
 * and the configuration, and hands over to the role, the demo or the function that does the work; what is wrong in
 * either is one line on standard error and exit code 2.
 */
@NullMarked
package io.tensionwire.standalone;

import org.jspecify.annotations.NullMarked;
