/**
 * Which receivers hear of an alert: a tree of {@linkplain io.tensionwire.alerts.route.Route routes}, each with
 * {@linkplain io.tensionwire.alerts.route.Matcher matchers}.
 */
@NullMarked
package io.tensionwire.alerts.route;

import org.jspecify.annotations.NullMarked;
