/**
 * What the forms of an alert have in common wherever it is told: the mark that is seen first, the line that is read
 * first, and what is left out first where there is no room.
 */
@NullMarked
package io.tensionwire.alerts.layout;

import org.jspecify.annotations.NullMarked;
