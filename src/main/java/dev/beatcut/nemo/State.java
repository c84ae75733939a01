package dev.beatcut.nemo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a session holds.
 *
 * @param draft exactly as read, or null before the first generation
 * @param beats of every song by media hash, or null if the upstream has none (not NemoVideo's: {@code nemo-api.md} §10)
 * @param raw the whole state object
 */
public record State(JsonNode draft, List<MediaSeen> media, JsonNode beats, JsonNode raw) {}
