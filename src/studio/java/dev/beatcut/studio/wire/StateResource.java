package dev.beatcut.studio.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.studio.library.Analyses;
import dev.beatcut.studio.library.Media;
import dev.beatcut.studio.library.Session;
import dev.beatcut.studio.library.Sessions;
import dev.beatcut.studio.plan.BeatNotes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** §1.6 with §10: the session as it is now. */
@RunOnVirtualThread
@PermitAll
@Path("/api/state/{agent}/{user}/{session}/latest")
public class StateResource {

    private final Desk desk;
    private final Sessions sessions;
    private final Analyses analyses;

    StateResource(Desk desk, Sessions sessions, Analyses analyses) {
        this.desk = desk;
        this.sessions = sessions;
        this.analyses = analyses;
    }

    @GET
    public Response latest(
            @HeaderParam("Authorization") String authorization,
            @PathParam("user") String named,
            @PathParam("session") String id) {
        return desk.answer(Endpoint.STATE, authorization, context -> told(context.session(context.user(named), id)));
    }

    private Response told(Session session) {
        return Envelope.ok(Map.of(
                "session_id", session.id(),
                "task_id", session.taskId(),
                "task_name", session.taskName(),
                "user_id", session.owner(),
                "state", state(session)));
    }

    private Map<String, Object> state(Session session) {
        var draft = sessions.draft(session);
        var state = new LinkedHashMap<String, Object>();
        state.put("video_infos", session.media().stream().map(MediaView::of).toList());
        state.put("draft", draft == null ? Map.of() : draft);
        state.put("canvas_config", canvas(draft));
        state.put("video_analyses", known(session, media -> analyses.knownFootage(media)
                .map(FootageView::of)));
        state.put("generated_media", List.of());
        state.put("beats", known(session, media -> analyses.knownBeats(media)
                .map(heard -> BeatNotes.of(heard.corrected(session.correction(media))))));
        return state;
    }

    private static Map<String, Object> canvas(JsonNode draft) {
        var m = draft == null ? null : draft.path("m");
        if (m == null || !m.path("width").isInt() || !m.path("height").isInt()) {
            return Map.of();
        }
        int width = m.path("width").intValue();
        int height = m.path("height").intValue();
        return Map.of("width", width, "height", height, "aspect_ratio", aspect(width, height));
    }

    /** {@code 1080, 1920} is {@code 9:16}. */
    private static String aspect(int width, int height) {
        int divisor = java.math.BigInteger.valueOf(width)
                .gcd(java.math.BigInteger.valueOf(height))
                .intValue();
        return divisor == 0 ? width + ":" + height : width / divisor + ":" + height / divisor;
    }

    private static <V> Map<String, V> known(Session session, Function<Media, Optional<V>> look) {
        var found = new LinkedHashMap<String, V>();
        session.media().forEach(media -> look.apply(media).ifPresent(view -> found.put(media.hash(), view)));
        return found;
    }
}
