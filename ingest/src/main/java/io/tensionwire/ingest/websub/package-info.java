/**
 * Hubs that tell us when a feed has news (<a href="https://www.w3.org/TR/2018/REC-websub-20180123/">WebSub</a>). A push
 * is not believed, it only wakes the poll of its feed: so a forged one costs nothing but a request that was due anyway,
 * and a hub that falls silent costs nothing but time, for the poll goes on as if there were none.
 *
 * <p>The way of a subscription: a poll finds the hub ({@link io.tensionwire.ingest.websub.HubOffer}), we ask it ({@link
 * io.tensionwire.ingest.websub.Subscriptions}), it asks back at an address that nobody can guess whether that was us, and
 * pushes from then on until the lease ends, which we renew before.
 */
@NullMarked
package io.tensionwire.ingest.websub;

import org.jspecify.annotations.NullMarked;
