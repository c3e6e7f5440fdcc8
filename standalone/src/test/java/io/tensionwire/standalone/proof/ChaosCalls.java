package io.tensionwire.standalone.proof;

import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.standalone.proof.ChaosNewsroom.Desk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What was called, and what of it was in vain. */
final class ChaosCalls {

  private final FakeSlack slack;
  private final List<FakeSlack.Call> calls;

  ChaosCalls(FakeSlack slack, List<Desk> desks) {
    this.slack = slack;
    this.calls = desks.stream().flatMap(desk -> slack.calls(desk.channel()).stream()).toList();
  }

  void tell(Map<String, Object> figures) {
    figures.put("calls", calls.size());
    figures.put("… refused with 429", count(call -> call.status() == 429));
    figures.put("… that came before their Retry-After was over", slack.impatientCalls());
    figures.put("… failed with 500", count(call -> call.status() == 500));
    figures.put("… answered `ok: false`", count(call -> call.status() == 200 && call.error() != null));
    figures.put("… whose connection broke before", count(call -> call.status() == 0 && !call.accepted()));
    figures.put("… whose connection broke after they were carried out", count(call -> call.status() == 0 && call.accepted()));
  }

  /** How often a bot posted what it had posted before, and how often it deleted. */
  void tellOfBots(Map<String, Object> figures) {
    Map<String, Integer> roots = new LinkedHashMap<>();
    Map<String, Integer> replies = new LinkedHashMap<>();
    for (FakeSlack.Call call : calls) {
      if (call.method().equals("chat.postMessage") && call.accepted() && call.payload() != null) {
        String alert = ChaosAlerts.marked(call.payload().toString());
        (call.payload().has("thread_ts") ? replies : roots).merge(call.channel() + " " + alert, 1, Integer::sum);
      }
    }
    figures.put("bot: roots that were posted again", again(roots));
    figures.put("bot: replies that were posted again", again(replies));
    figures.put("bot: messages that it deleted", count(call -> call.method().equals("chat.delete") && call.accepted()));
  }

  private static int again(Map<String, Integer> posted) {
    return posted.values().stream().mapToInt(times -> times - 1).sum();
  }

  private long count(Predicate<FakeSlack.Call> which) {
    return calls.stream().filter(which).count();
  }
}
