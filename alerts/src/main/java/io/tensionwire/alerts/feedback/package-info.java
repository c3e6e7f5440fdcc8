/**
 * What readers say back, on {@code news.feedback}: that they have seen an alert, or that it was not worth telling; and
 * what that says about each signal.
 */
@NullMarked
package io.tensionwire.alerts.feedback;

import org.jspecify.annotations.NullMarked;
