package dev.beatcut.nemo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;

/**
 * An export as the upstream tells it.
 *
 * @param progress percent, 0 to 100
 * @param outputUrl of the finished film, or null (it may be null although completed: then {@link Nemo#download} asks by id)
 * @param error of a failed one, or null
 * @param report measured on the finished film, or null (not NemoVideo's: {@code nemo-api.md} §10)
 * @param took from its creation to its end, or null while that is not told
 */
public record RenderJob(
        String id, RenderStatus status, int progress, URI outputUrl, String error, JsonNode report, Duration took) {}
