/** How every role reaches Kafka. */
@NullMarked
package io.tensionwire.service.kafka;

import org.jspecify.annotations.NullMarked;
