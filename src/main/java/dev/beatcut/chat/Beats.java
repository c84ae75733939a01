package dev.beatcut.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.nemo.State;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.timeline.Draft;

/** The beats of a session's song, where the upstream hears any ({@code nemo-api.md} §10). */
final class Beats {

    private Beats() {}

    /** Of the song on the timeline, else of the first one that was brought. */
    static JsonNode of(State state) {
        var onTimeline = Draft.read(state.draft()).m().path("beats");
        if (onTimeline.isObject()) {
            return onTimeline;
        }
        if (state.beats() != null && !state.beats().isEmpty()) {
            return state.beats().iterator().next();
        }
        if (state.media().stream().noneMatch(file -> "audio".equals(file.fileType()))) {
            throw new Problem(ProblemCode.NOT_FOUND, "There is no song in this session yet.", "Bring one first.");
        }
        if (state.beats() != null) {
            throw new Problem(
                    ProblemCode.NOT_FOUND,
                    "The song of this session has not been listened to yet.",
                    "Send a message first, such as \"cut to the beat\": it is heard then.");
        }
        throw new Problem(
                ProblemCode.UPSTREAM_HAS_NO_BEATS,
                "The upstream does not tell the beats that it hears.",
                "Use the built-in studio (leave beatcut.nemo.url unset) to see them.");
    }
}
