/** {@code feedback …}: what readers made of alerts, as documents that detection is tested with. */
@NullMarked
package io.tensionwire.standalone.feedback;

import org.jspecify.annotations.NullMarked;
