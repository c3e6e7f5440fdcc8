/**
 * Where a connection may lead: out to the internet, and inside only where the configuration says so. Whoever calls an
 * address that others chose, be it a feed's or a receiver's, connects through the guard.
 */
@NullMarked
package io.tensionwire.service.address;

import org.jspecify.annotations.NullMarked;
