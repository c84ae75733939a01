package dev.beatcut.nemo;

import java.net.URI;

/**
 * A file that the state of a session names; what it does not say is null.
 *
 * @param durationMs milliseconds
 */
public record MediaSeen(
        String fileName, String fileType, URI url, Long durationMs, Integer width, Integer height, String hash) {}
