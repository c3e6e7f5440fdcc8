/** Commands that look at single documents, without Kafka: what a feed holds, what a page says, what a watch makes of it. */
@NullMarked
package io.tensionwire.standalone.document;

import org.jspecify.annotations.NullMarked;
