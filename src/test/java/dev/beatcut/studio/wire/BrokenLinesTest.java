package dev.beatcut.studio.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the faults do to real connections; what they say is in {@link FaultsTest}. */
@QuarkusTest
@TestProfile(BrokenLinesTest.Misbehaving.class)
class BrokenLinesTest {

    private static final String EDIT = "cut on every second beat, 10 seconds";

    /** Each connection breaks in another request, the first of its kind; all streams have other line ends. */
    public static final class Misbehaving extends StudioProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(super.getConfigOverrides());
            settings.put(
                    "beatcut.studio.faults",
                    "cut=100:run@once,lose-reply:credits@once,empty-body:state@once,html:poll@once,crlf,chunks=50");
            settings.put("beatcut.studio.fault-seed", "1");
            return settings;
        }
    }

    @TestHTTPResource
    URI server;

    /** In one test, since each of these happens once in the life of the server. */
    @Test
    void the_connection_breaks_where_it_should_and_the_work_is_done() throws IOException {
        var visitor = Visitor.arrive().withClipAndSong();

        var cut = raw(visitor, "POST /run_sse", message(visitor));
        var stream = body(cut);
        assertThat(cut).contains("200 OK", "text/event-stream");
        assertThat(stream).startsWith("data: {\"type\":\"heartbeat\"}\r\n\r\n").hasSize(100);
        assertThat(cut).as("the last chunk").doesNotEndWith("0\r\n\r\n");

        assertThat(raw(visitor, "GET /api/credits/balance/simple", "")).isEmpty();
        assertThat(raw(visitor, "GET /api/credits/balance/simple", "")).contains("200 OK", "\"available\"");

        var empty = raw(visitor, "GET /api/state/nemo_agent/me/" + visitor.session() + "/latest", "");
        assertThat(empty).contains("200 OK", "application/json").endsWith("\r\n\r\n");

        var html = raw(visitor, "GET /api/render/proxy/lambda/render_1", "");
        assertThat(html).contains("502 Bad Gateway", "text/html", "<html>");

        await().until(() -> visitor.credits() == 96);
        assertThat(visitor.draft()).isNotEmpty();
        assertThat(raw(visitor, "POST /run_sse", message(visitor))).endsWith("0\r\n\r\n");
    }

    private static String message(Visitor visitor) {
        return "{\"session_id\":\"" + visitor.session() + "\",\"new_message\":{\"parts\":[{\"text\":\"" + EDIT
                + "\"}]}}";
    }

    /** All bytes that come until the connection ends. */
    private String raw(Visitor visitor, String call, String body) throws IOException {
        try (var socket = new Socket(server.getHost(), RestAssured.port)) {
            var request = call + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                    + visitor.token() + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                    + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What the chunks hold, up to where they end or break off. */
    private static String body(String answer) {
        var held = new StringBuilder();
        var rest = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        while (!rest.isEmpty()) {
            int line = rest.indexOf("\r\n");
            int size = Integer.parseInt(rest.substring(0, line), 16);
            held.append(rest, line + 2, line + 2 + size);
            rest = rest.substring(line + 2 + size + 2);
        }
        return held.toString();
    }
}
