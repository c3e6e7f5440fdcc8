/**
 * Strict reading of the YAML that people write: configuration, watches, outlets. Every error names the file, the line,
 * the key as it was written, and what would be right; a key that nobody asked for is an error that names the nearest
 * known one.
 */
@NullMarked
package io.tensionwire.model.yaml;

import org.jspecify.annotations.NullMarked;
