package dev.beatcut.objects;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * How a caller brings bytes: one request to {@code url}, or one a part when {@code parts} is not empty.
 *
 * @param headers to be sent exactly so
 * @param parts upload URLs of equal parts in order, the last one shorter; empty for a single request
 * @param partSize bytes of each part, 0 for a single request
 */
public record Arrival(String method, URI url, Map<String, String> headers, List<URI> parts, long partSize) {}
