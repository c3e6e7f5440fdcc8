/** The roles of Tensionwire as commands, each alone or all in one. */
@NullMarked
package io.tensionwire.standalone.role;

import org.jspecify.annotations.NullMarked;
