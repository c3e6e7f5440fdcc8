/**
 * {@code routes …}: what is wrong in a routing tree, and where an alert would go. Both ask the code that decides about
 * real alerts.
 */
@NullMarked
package io.tensionwire.standalone.routes;

import org.jspecify.annotations.NullMarked;
