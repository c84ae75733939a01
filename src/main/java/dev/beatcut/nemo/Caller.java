package dev.beatcut.nemo;

import jakarta.ws.rs.HeaderParam;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers of every call after the token. */
public final class Caller {

    @HeaderParam("Authorization")
    private final String authorization;

    @HeaderParam("X-Skill-Source")
    private final String source;

    @HeaderParam("X-Skill-Version")
    private final String version;

    @HeaderParam("X-Skill-Platform")
    private final String platform;

    private Caller(Credentials credentials) {
        authorization = credentials.bearer();
        source = credentials.attribution().source();
        version = credentials.attribution().version();
        platform = credentials.attribution().platform();
    }

    static Caller of(Credentials credentials) {
        return new Caller(credentials);
    }

    Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Authorization", authorization);
        headers.put("X-Skill-Source", source);
        headers.put("X-Skill-Version", version);
        headers.put("X-Skill-Platform", platform);
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

    public String getPlatform() {
        return platform;
    }
}
