/** How a signal stands in its text: denied, hoped for, demanded, only possible, or long past. */
@NullMarked
package io.tensionwire.detection.stance;

import org.jspecify.annotations.NullMarked;
