package io.tensionwire.ingest.page;

import io.tensionwire.model.yaml.Section;
import io.tensionwire.model.yaml.YamlException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;

/**
 * What is known of single sites, by host; a rule of {@code press.example} also counts for {@code www.press.example}. The
 * form is told in {@code sites.yaml} beside this class.
 */
public final class SiteRules {

  private static final String SHIPPED = "sites.yaml";
  private static final Pattern HOST = Pattern.compile("(?:[\\p{L}\\p{N}-]+\\.)+[\\p{L}\\p{N}-]+");

  private final Map<String, SiteRule> byHost;

  private SiteRules(Map<String, SiteRule> byHost) {
    this.byHost = Map.copyOf(byHost);
  }

  /** No rules: every page is read the general way. */
  public static SiteRules none() {
    return new SiteRules(Map.of());
  }

  /** The rules that come with the product. */
  public static SiteRules shipped() {
    try (InputStream in = SiteRules.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException(SHIPPED + " is missing from the class path");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), SHIPPED);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + SHIPPED, e);
    }
  }

  /**
   * The rules of a file.
   *
   * @throws YamlException naming file and line of the first mistake
   * @throws IOException where the file cannot be read
   */
  public static SiteRules read(Path file) throws IOException {
    return parse(Files.readString(file), file.toString());
  }

  /**
   * The rules of a document.
   *
   * @param source its name, for messages
   * @throws YamlException naming source and line of the first mistake
   */
  public static SiteRules parse(String yaml, String source) {
    Section document = Section.parse(yaml, source);
    Map<String, SiteRule> byHost = new HashMap<>();
    for (Section site : document.sections("sites")) {
      SiteRule rule = rule(site);
      for (String host : rule.hosts()) {
        if (byHost.put(host, rule) != null) {
          throw site.error("hosts", "names " + host + ", which has a rule already");
        }
      }
    }
    document.rejectUnknownKeys();
    return new SiteRules(byHost);
  }

  /** These rules, and where those others know a host as well, the others. */
  public SiteRules overriddenBy(SiteRules others) {
    Map<String, SiteRule> both = new HashMap<>(byHost);
    both.putAll(others.byHost);
    return new SiteRules(both);
  }

  @Nullable SiteRule of(URI address) {
    String host = address.getHost();
    if (host == null || byHost.isEmpty()) {
      return null;
    }
    for (String name = host.toLowerCase(Locale.ROOT); ; name = name.substring(name.indexOf('.') + 1)) {
      SiteRule rule = byHost.get(name);
      if (rule != null || name.indexOf('.') < 0) {
        return rule;
      }
    }
  }

  private static SiteRule rule(Section site) {
    List<String> hosts = site.texts("hosts").stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    if (hosts.isEmpty()) {
      throw site.error("hosts", "is missing: name the hosts that the rule is for");
    }
    for (String host : hosts) {
      if (!HOST.matcher(host).matches()) {
        throw site.error("hosts", host + " is no host: write it without https:// and path");
      }
    }
    List<Evaluator> body = selectors(site, "body");
    List<Evaluator> title = selectors(site, "title");
    List<Evaluator> date = selectors(site, "date");
    List<Evaluator> author = selectors(site, "author");
    List<Evaluator> remove = selectors(site, "remove");
    String charset = charset(site);
    site.rejectUnknownKeys();
    if (body.isEmpty() && title.isEmpty() && date.isEmpty() && author.isEmpty() && charset == null) {
      throw site.error("says nothing: give body, title, date, author or charset");
    }
    return new SiteRule(hosts, body, remove, title, date, author, charset);
  }

  private static List<Evaluator> selectors(Section site, String key) {
    List<Evaluator> selectors = new ArrayList<>();
    for (String selector : site.texts(key)) {
      try {
        selectors.add(QueryParser.parse(selector));
      } catch (SelectorParseException | IllegalArgumentException e) {
        throw site.error(key, "holds '" + selector + "', which is no CSS selector: " + e.getMessage());
      }
    }
    return selectors;
  }

  private static @Nullable String charset(Section site) {
    String charset = site.text("charset");
    try {
      if (charset != null && !Charset.isSupported(charset)) {
        throw site.error("charset", "is not known");
      }
    } catch (IllegalCharsetNameException e) {
      throw site.error("charset", "is no name of a charset");
    }
    return charset;
  }
}
