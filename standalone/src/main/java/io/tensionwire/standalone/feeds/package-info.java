/** {@code tensionwire feeds}: feeds at run time. */
@NullMarked
package io.tensionwire.standalone.feeds;

import org.jspecify.annotations.NullMarked;
