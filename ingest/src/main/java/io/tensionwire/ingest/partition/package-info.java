/**
 * Who polls what. Instances share the partitions of {@code news.feeds}: {@link io.tensionwire.ingest.partition.FeedGroup}
 * is our membership, an owned partition fences its former owner, reads what that one knew, and has its feeds polled.
 */
@NullMarked
package io.tensionwire.ingest.partition;

import org.jspecify.annotations.NullMarked;
