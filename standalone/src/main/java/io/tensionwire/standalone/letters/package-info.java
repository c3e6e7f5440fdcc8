/**
 * {@code tensionwire dead-letters}: what could not be processed for its content, and sending it again once the reason is
 * mended. A letter stays where it is; what is sent again says which letter it is from, and fails as a new letter.
 */
@NullMarked
package io.tensionwire.standalone.letters;

import org.jspecify.annotations.NullMarked;
