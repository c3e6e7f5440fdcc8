/**
 * Later looks at what was told. News is rewritten, and taken down: an article that names a watch's pair is fetched again
 * after a quarter of an hour, two hours and a day, and what changed is its next revision. Pages that could not be had are
 * asked again in the same way. What is due is known by the feed's state, so that it does not matter who looks.
 */
@NullMarked
package io.tensionwire.ingest.look;

import org.jspecify.annotations.NullMarked;
