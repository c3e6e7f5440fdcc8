/**
 * Who originated a report. Ten outlets that carry one agency's text are one source; two that each asked the ministry are
 * two. {@link io.tensionwire.detection.origin.Originators} names the originator of each article of a story and counts
 * them.
 */
@NullMarked
package io.tensionwire.detection.origin;

import org.jspecify.annotations.NullMarked;
