/**
 * The whole walk on one screen: {@link io.tensionwire.standalone.demo.Demo} starts an empty broker, the sample sites and
 * the roles as they are in production, and {@link io.tensionwire.standalone.demo.Walk} follows each article through the
 * topics to say what became of those that raise no alert.
 */
@NullMarked
package io.tensionwire.standalone.demo;

import org.jspecify.annotations.NullMarked;
