/**
 * {@code tensionwire deliveries}: what became of each alert at each receiver, and telling once more what was not told. The
 * command takes the ledger over for one transaction; the active instance goes on with what that wrote.
 */
@NullMarked
package io.tensionwire.standalone.deliveries;

import org.jspecify.annotations.NullMarked;
