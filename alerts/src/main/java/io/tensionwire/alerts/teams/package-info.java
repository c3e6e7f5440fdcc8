/**
 * Microsoft Teams, by a Workflows webhook. It takes Adaptive Cards; text of an article stands only in {@code TextRun}s,
 * which know no Markdown. Teams gives its messages no name: they are never changed.
 */
@NullMarked
package io.tensionwire.alerts.teams;

import org.jspecify.annotations.NullMarked;
