package dev.beatcut.nemo;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import jakarta.ws.rs.HeaderParam;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers of every call after the token. */
public final class Caller {

    private static final String TRACE = "traceparent";

    @HeaderParam("Authorization")
    private final String authorization;

    @HeaderParam("X-Skill-Source")
    private final String source;

    @HeaderParam("X-Skill-Version")
    private final String version;

    @HeaderParam("X-Skill-Platform")
    private final String platform;

    /** Of the span that asks; only our own studio, in this process, is told. */
    @HeaderParam(TRACE)
    private final String trace;

    private Caller(Credentials credentials, String trace) {
        this.trace = trace;
        authorization = credentials.bearer();
        source = credentials.attribution().source();
        version = credentials.attribution().version();
        platform = credentials.attribution().platform();
    }

    static Caller of(Credentials credentials, NemoAddress to) {
        var trace = new HashMap<String, String>();
        if (to.builtIn()) {
            W3CTraceContextPropagator.getInstance().inject(Context.current(), trace, Map::put);
        }
        return new Caller(credentials, trace.get(TRACE));
    }

    Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Authorization", authorization);
        headers.put("X-Skill-Source", source);
        headers.put("X-Skill-Version", version);
        headers.put("X-Skill-Platform", platform);
        if (trace != null) {
            headers.put(TRACE, trace);
        }
        return headers;
    }

    public String getAuthorization() {
        return authorization;
    }

    public String getSource() {
        return source;
    }

    public String getVersion() {
        return version;
    }

    public String getTrace() {
        return trace;
    }

    public String getPlatform() {
        return platform;
    }
}
