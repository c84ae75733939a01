package dev.beatcut.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.state.Conflict;
import dev.beatcut.state.Key;
import dev.beatcut.state.Packed;
import dev.beatcut.state.Records;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;

/** What was exported, as it was when it was asked for: an attempt that comes later submits the same. */
final class Drafts {

    /** Longer than an export is followed. */
    private static final Duration KEPT = Duration.ofDays(60);

    private final Records<Packed> records;
    private final ObjectMapper json;
    private final InstantSource clock;

    Drafts(Records<Packed> records, ObjectMapper json, InstantSource clock) {
        this.records = records;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @return what was kept under this key first, if a call that died had come so far
     * @throws dev.beatcut.problem.Problem TIMELINE_TOO_LARGE when the draft is too large to be kept
     */
    String keep(Key key, JsonNode draft) {
        var text = draft.toString();
        var packed = Packed.timeline(text, "an export could not be tried again");
        try {
            records.insert(key, packed, null, clock.instant().plus(KEPT));
            return text;
        } catch (Conflict before) {
            return records.get(key).orElseThrow().value().text();
        }
    }

    JsonNode of(Render render) {
        return tree(records.get(render.draftKey()).orElseThrow().value().text());
    }

    JsonNode tree(String kept) {
        try {
            return json.readTree(kept);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
