package dev.beatcut.studio.wire;

import dev.beatcut.studio.library.Sessions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;

/** §1.2: a task with its session. */
@RunOnVirtualThread
@PermitAll
@Path("/api/tasks/{user}/with-session/{agent}")
public class TaskResource {

    private static final int LONGEST_NAME = 200;

    private final Desk desk;
    private final Sessions sessions;
    private final Json json;

    TaskResource(Desk desk, Sessions sessions, Json json) {
        this.desk = desk;
        this.sessions = sessions;
        this.json = json;
    }

    @POST
    public Response open(
            @HeaderParam("Authorization") String authorization, @PathParam("user") String named, InputStream body) {
        return desk.answer(Endpoint.SESSION, authorization, context -> opened(context.user(named), body));
    }

    private Response opened(String user, InputStream body) {
        var asked = json.object(body);
        var name = Json.text(asked, "task_name", "taskName").orElse("project");
        var language =
                Json.text(asked, "language").filter(code -> code.matches("[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*"));
        if (name.length() > LONGEST_NAME) {
            throw Refusal.http(400, "task_name is over " + LONGEST_NAME + " characters.");
        }
        var session = sessions.open(user, name, language.orElse(null));
        return Envelope.ok(Map.of("task_id", session.taskId(), "session_id", session.id(), "user_id", user));
    }
}
