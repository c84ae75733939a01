package dev.beatcut.nemo;

import java.net.URI;

/**
 * A file as the upstream keeps it; what it did not say is null.
 *
 * @param fileType {@code video}, {@code image} or {@code audio}
 * @param cdnUrl where the draft's {@code src} points to
 * @param durationMs milliseconds (the wire has seconds)
 */
public record UploadedFile(
        String fileName, String fileType, URI cdnUrl, Long durationMs, Integer width, Integer height, String hash) {}
