package io.tensionwire.service;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The pages that the roles of a process show on its HTTP port, by their paths. */
public final class Pages {

  private final Map<String, Supplier<PageContent>> pages = new ConcurrentHashMap<>();

  /**
   * From now on the path shows this.
   *
   * @param path such as {@code /feed.atom}
   * @param page asked at each request, by many threads
   */
  public void show(String path, Supplier<PageContent> page) {
    pages.put(path, page);
  }

  /** What the path shows; {@code null} where that is nothing. */
  public @Nullable PageContent at(String path) {
    Supplier<PageContent> page = pages.get(path);
    return page == null ? null : page.get();
  }
}
