/** One YAML file, each key overridable by an environment variable, secrets also by a file. */
@NullMarked
package io.tensionwire.service.config;

import org.jspecify.annotations.NullMarked;
