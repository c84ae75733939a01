package dev.beatcut.studio.wire;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;

/** The three headers by which skill traffic is recognised (§2); without them there is no export. */
final class Attribution {

    private static final List<String> HEADERS = List.of("X-Skill-Source", "X-Skill-Version", "X-Skill-Platform");

    private Attribution() {}

    static void check(HttpHeaders headers) {
        for (var name : HEADERS) {
            var said = headers.getHeaderString(name);
            if (said == null || said.isBlank()) {
                throw Refusal.http(402, "Export is blocked: the header " + name + " is missing.");
            }
        }
    }
}
