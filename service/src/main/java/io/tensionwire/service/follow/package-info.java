/** Following a compacted topic: all that stands on it, then what comes, in a thread of its own. */
@NullMarked
package io.tensionwire.service.follow;

import org.jspecify.annotations.NullMarked;
