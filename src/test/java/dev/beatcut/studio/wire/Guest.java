package dev.beatcut.studio.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A caller of an {@link InProcessStudio} with a token and a session. */
final class Guest {

    static final String EDIT = "cut on every second beat, 10 seconds, title \"Urban Dreams\"";

    final InProcessStudio studio;
    final String client = new UUID(1, System.nanoTime()).toString();
    String token;
    String user;
    String session;

    Guest(InProcessStudio studio) {
        this.studio = studio;
    }

    /** The same caller at a studio that knows them. */
    Guest at(InProcessStudio other) {
        var guest = new Guest(other);
        guest.token = token;
        guest.user = user;
        guest.session = session;
        return guest;
    }

    /** Takes a token and a session, and brings a clip and a song. */
    Guest arrive(String language) {
        takeToken();
        open(language);
        brings("city.mp4", "clip city");
        brings("song.mp3", "song one");
        return this;
    }

    Reply takeToken() {
        var reply = studio.call("POST", "/api/auth/anonymous-token", Map.of("X-Client-Id", client), (byte[]) null);
        if (reply.status() == 200) {
            token = reply.json().at("/data/token").asText();
            user = reply.json().at("/data/user_id").asText();
        }
        return reply;
    }

    void open(String language) {
        session = post("/api/tasks/me/with-session/nemo_agent", "{\"language\":\"" + language + "\"}")
                .json()
                .at("/data/session_id")
                .asText();
    }

    Reply brings(String name, String content) {
        var body = "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name + "\"\r\n\r\n" + content
                + "\r\n--x--\r\n";
        return studio.call(
                "POST",
                "/api/upload-video/nemo_agent/me/" + session,
                with(Map.of("Content-Type", "multipart/form-data; boundary=x")),
                body.getBytes(StandardCharsets.UTF_8));
    }

    Reply says(String text) {
        return post(
                "/run_sse",
                "{\"session_id\":\"" + session + "\",\"new_message\":{\"parts\":[{\"text\":\""
                        + text.replace("\"", "\\\"") + "\"}]}}");
    }

    Reply submits(String id) {
        return post(
                "/api/render/proxy/lambda",
                "{\"id\":\"" + id + "\",\"sessionId\":\"" + session + "\",\"draft\":" + draft() + "}");
    }

    Reply get(String path) {
        return studio.call("GET", path, with(Map.of()), (byte[]) null);
    }

    Reply post(String path, String body) {
        return studio.call("POST", path, with(Map.of()), body);
    }

    Reply state() {
        return get("/api/state/nemo_agent/me/" + session + "/latest");
    }

    JsonNode draft() {
        return state().json().at("/data/state/draft");
    }

    long credits() {
        return studio.account(user).total();
    }

    private Map<String, String> with(Map<String, String> more) {
        var headers = new HashMap<>(Map.of(
                "Authorization", "Bearer " + token,
                "X-Skill-Source", "music-to-best",
                "X-Skill-Version", "1.0.0",
                "X-Skill-Platform", "unknown"));
        headers.putAll(more);
        return headers;
    }
}
