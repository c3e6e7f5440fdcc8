package io.tensionwire.alerts.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tensionwire.model.yaml.Secret;
import java.util.Map;

/**
 * One call of a receiver.
 *
 * @param url where to; its path and query may be the receiver's secret
 * @param body JSON
 */
public record HttpCall(String method, Secret url, Map<String, String> headers, byte[] body) {

  public HttpCall {
    headers = Map.copyOf(headers);
  }

  public static HttpCall post(Secret url, String json) {
    return new HttpCall("POST", url, Map.of(), json.getBytes(UTF_8));
  }

  public static HttpCall patch(Secret url, String json) {
    return new HttpCall("PATCH", url, Map.of(), json.getBytes(UTF_8));
  }

  public HttpCall with(Map<String, String> changed) {
    return new HttpCall(method, url, changed, body);
  }
}
