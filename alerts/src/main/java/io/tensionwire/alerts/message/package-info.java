/**
 * What is told, before any receiver gives it a form: a {@linkplain io.tensionwire.alerts.message.Message message} is a
 * pure function of an alert. Everything in it that came from a feed has been made {@linkplain
 * io.tensionwire.alerts.message.PlainText plain}.
 */
@NullMarked
package io.tensionwire.alerts.message;

import org.jspecify.annotations.NullMarked;
