/** What operators ask of every role over HTTP. */
@NullMarked
package io.tensionwire.service.http;

import org.jspecify.annotations.NullMarked;
