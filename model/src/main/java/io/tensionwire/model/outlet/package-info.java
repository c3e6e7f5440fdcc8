/** What is known of outlets: one file, read by every role that wants to know who speaks. */
@NullMarked
package io.tensionwire.model.outlet;

import org.jspecify.annotations.NullMarked;
