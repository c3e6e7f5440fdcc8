/**
 * What every role needs once: {@linkplain io.tensionwire.service.config configuration}, {@linkplain
 * io.tensionwire.service.kafka Kafka clients and topics}, {@linkplain io.tensionwire.service.http health and metrics}.
 * A role gets all of it as one {@link io.tensionwire.service.RoleContext}.
 */
@NullMarked
package io.tensionwire.service;

import org.jspecify.annotations.NullMarked;
