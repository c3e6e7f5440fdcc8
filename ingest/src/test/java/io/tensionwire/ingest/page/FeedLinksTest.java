package io.tensionwire.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.ingest.page.FeedLinks.FeedLink;
import java.net.URI;
import org.junit.jupiter.api.Test;

class FeedLinksTest {

  @Test
  void theFeedsOfAPageAreFoundWithTheirTitles() {
    var links = FeedLinks.of("""
        <html><head><base href="/en/"><link rel="stylesheet" href="s.css">
        <link rel="alternate" type="application/rss+xml" title="All news" href="rss.xml">
        <LINK REL="Alternate" TYPE="application/atom+xml; charset=utf-8" HREF="//feeds.courier.example/atom">
        <link rel="feed" type="application/feed+json" href="feed.json"><link rel="alternate" hreflang="ko" href="/ko/">
        <link rel="alternate" type="application/rss+xml" href="rss.xml"><link rel=alternate type=application/rss+xml href="http://[">
        </head></html>""", URI.create("https://courier.example/world"));

    assertThat(links).extracting(FeedLink::url).extracting(URI::toString).containsExactly(
        "https://courier.example/en/rss.xml", "https://feeds.courier.example/atom", "https://courier.example/en/feed.json");
    assertThat(links.getFirst().title()).isEqualTo("All news");
  }
}
