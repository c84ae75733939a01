package dev.beatcut.studio.wire;

import dev.beatcut.studio.library.Delivery;
import java.io.IOException;
import java.net.URI;

/** Brings files that are given by URL. */
@FunctionalInterface
interface Fetcher {

    /** Brings what is at {@code url} to {@code delivery}, which judges it and stops it when it is too large. */
    void fetch(URI url, Delivery delivery) throws IOException;
}
