/**
 * Whose business a sentence is. A name is not a party: "Korea" may be the North, 외교부 after 중국 is Beijing's, and a
 * news agency called after a country is nobody.
 */
@NullMarked
package io.tensionwire.detection.party;

import org.jspecify.annotations.NullMarked;
