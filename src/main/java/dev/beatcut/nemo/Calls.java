package dev.beatcut.nemo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;

/** Requests whose bodies or replies stream. Each is sent once: nothing is retried, no redirect followed. */
interface Calls {

    /**
     * @param headers with the body's {@code Content-Length}, if it has one
     * @return the reply, of which nothing may have come yet
     * @throws NemoError if no connection stands: nothing was sent
     * @throws IOException if the connection broke then; nobody knows what was heard
     */
    StreamedReply send(String method, URI uri, Map<String, String> headers, InputStream body) throws IOException;
}
