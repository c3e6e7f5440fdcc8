/**
 * A newsroom's day: ten thousand articles of every kind, of our own writing, not one of which is news of the pair.
 *
 * <p>{@code Parts} reads the part files of a language (templates with slots, and what pages print around an article),
 * {@code NewsroomDay} makes the articles of them with a fixed seed, {@code Wear} damages some as the wire does.
 */
@NullMarked
package io.tensionwire.detection.day;

import org.jspecify.annotations.NullMarked;
