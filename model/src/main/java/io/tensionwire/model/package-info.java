/**
 * The contract between the parts: what crosses a service is one of these records on one of these topics.
 *
 * <p>Each record checks and normalises itself, so that a value that exists is a value that may be sent.
 * {@link io.tensionwire.model.Topics} names the topics, {@link io.tensionwire.model.Json} says how a record is
 * written: camelCase, ISO-8601 UTC instants, enum constants in lower-kebab-case, absent values left out. Readers
 * ignore fields they do not know and read an unknown enum value as absent, so that a newer writer never stops an
 * older reader.
 */
@NullMarked
package io.tensionwire.model;

import org.jspecify.annotations.NullMarked;
