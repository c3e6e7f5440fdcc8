/** Commands that look at topics and change what stands on them. */
@NullMarked
package io.tensionwire.standalone.topics;

import org.jspecify.annotations.NullMarked;
