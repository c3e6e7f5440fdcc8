package io.tensionwire.detection.follow;

import io.tensionwire.detection.memory.HeapShelf;
import io.tensionwire.detection.memory.Shelf;
import io.tensionwire.detection.position.PositionState;
import io.tensionwire.detection.story.FollowedArticle;
import io.tensionwire.detection.story.StoryState;
import io.tensionwire.detection.tension.StoryShare;
import io.tensionwire.detection.tension.TensionDay;
import io.tensionwire.detection.tension.TensionWindow;

/** What is remembered of the watches that one task follows. */
public record Memory(
    Shelf<FollowedArticle> articles,
    Shelf<StoryState> stories,
    Shelf<TensionDay> tensionDays,
    Shelf<StoryShare> tensionStories,
    Shelf<TensionWindow> tensionWindows,
    Shelf<PositionState> positions) {

  /** One that is gone with the process. */
  public static Memory onHeap() {
    return new Memory(
        new HeapShelf<>(), new HeapShelf<>(), new HeapShelf<>(), new HeapShelf<>(), new HeapShelf<>(), new HeapShelf<>());
  }
}
