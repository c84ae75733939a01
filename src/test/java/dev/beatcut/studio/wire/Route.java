package dev.beatcut.studio.wire;

import java.util.Arrays;
import java.util.regex.Pattern;

/** What can be asked of an {@link InProcessStudio}. */
enum Route {
    TOKEN("POST /api/auth/anonymous-token"),
    SESSION("POST /api/tasks/[^/]+/with-session/[^/]+"),
    RUN("POST /run_sse"),
    UPLOAD("POST /api/upload-video/[^/]+/[^/]+/[^/]+"),
    CREDITS("GET /api/credits/balance/simple"),
    STATE("GET /api/state/[^/]+/[^/]+/[^/]+/latest"),
    SUBMIT("POST /api/render/proxy/lambda"),
    POLL("GET /api/render/proxy/lambda/[^/]+"),
    CANCEL("POST /api/render/proxy/lambda/[^/]+/cancel"),
    DOWNLOAD("GET /api/render/proxy/[^/]+/download"),
    MEDIA("GET /studio/media/.+"),
    FILM("GET /studio/films/.+");

    private final Pattern pattern;

    Route(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    static Route of(String call) {
        return Arrays.stream(values())
                .filter(route -> route.pattern.matcher(call).matches())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The studio has no " + call));
    }
}
