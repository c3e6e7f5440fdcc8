package io.tensionwire.ingest;
import io.tensionwire.service.RoleContext;
import io.tensionwire.model.*;
import java.net.URI;
import java.util.*;
public final class IngestApp implements AutoCloseable {
  final IngestConfig c; final RoleContext x; volatile boolean closed;
  public IngestApp(IngestConfig c, RoleContext x) {this.c=c;this.x=x;}
  public void start() {
    for (String[] f : c.feeds()) Thread.ofVirtual().start(() -> {
      Map<String,String> seen = new HashMap<>(); Map<String,Integer> rev = new HashMap<>();
      try (var p = x.kafka().producer("stub-"+f[0].replace('/','-'), x.topics().articles())) {
        while (!closed) {
          var feed = new com.rometools.rome.io.SyndFeedInput().build(new com.rometools.rome.io.XmlReader(URI.create(f[1]).toURL()));
          for (var e : feed.getEntries()) {
            String k = e.getTitle();
            if (k.equals(seen.put(e.getLink(), k))) continue;
            int r = rev.merge(e.getLink(), 1, Integer::sum);
            var doc = org.jsoup.Jsoup.connect(e.getLink()).get();
            var body = doc.selectFirst(".article-body, .article_txt");
            String text = body == null ? "" : body.wholeText();
            p.send(x.topics().articles().record(Article.builder(URI.create(e.getLink())).revision(r).title(e.getTitle()).summary(e.getDescription()==null?"":e.getDescription().getValue()).body(text, BodySource.PAGE).outlet(f[2]).feedId(f[0]).language(Language.ofTag(f[3])).publishedAt(e.getPublishedDate().toInstant()).fetchedAt(x.clock().instant()).build()));
          }
          Thread.sleep(1000);
        }
      } catch (Exception e) { e.printStackTrace(); }
    });
  }
  @Override public void close() {closed=true;}
}
