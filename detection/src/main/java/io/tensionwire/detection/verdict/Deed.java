package io.tensionwire.detection.verdict;

import io.tensionwire.model.Category;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Stance;

/**
 * What decides how much a signal matters.
 *
 * @param watch how much the watch says that such a thing matters as main news
 * @param main whether it stands in the title or the lead
 * @param entry whether it is about who may enter, not who must leave
 * @param routine whether it is something the two do as a matter of course
 */
record Deed(Category category, Severity watch, Rank rank, Stance stance, boolean main, boolean entry, boolean routine) {}
