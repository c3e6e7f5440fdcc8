/**
 * Tells what an article's event is in a form that does not depend on its language: concepts of a trilingual lexicon,
 * proper names by their sound, places, counts, days, and whose word is passed on. A Korean, a Russian and an English
 * report of one event come out alike; two events of one kind differ in their names, places, counts and days.
 *
 * <p>What stands in the title says most, the opening much, the rest little, and what recalls earlier years nothing: the
 * background paragraphs of all reports about a pair are the same ({@link io.tensionwire.detection.gist.Emphasis}).
 */
@NullMarked
package io.tensionwire.detection.gist;

import org.jspecify.annotations.NullMarked;
