/**
 * What all commands share: where this copy lies, which configuration and cluster a command speaks to, and how rows are
 * shown.
 */
@NullMarked
package io.tensionwire.standalone.cli;

import org.jspecify.annotations.NullMarked;
