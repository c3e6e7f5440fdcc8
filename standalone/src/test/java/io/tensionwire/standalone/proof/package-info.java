/**
 * Long proofs of what the product promises. They take minutes and are commands of their own, in {@code proofs/}: the
 * test command does not run them.
 */
package io.tensionwire.standalone.proof;
