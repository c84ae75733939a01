package dev.beatcut.access;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import java.util.regex.Pattern;

/**
 * Who may speak to a server that asks nobody who calls: programs of this machine, which name it so. A web page in a
 * browser here may not, even where a name of its own leads here (DNS rebinding).
 */
final class ThisMachine {

    private static final Pattern NAME =
            Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCHEME = Pattern.compile("^https?://", Pattern.CASE_INSENSITIVE);

    private ThisMachine() {}

    /**
     * @param host as the caller names this server, with or without port
     * @param origin of the page that calls, or null
     * @throws Problem FORBIDDEN
     */
    static void check(String host, String origin) {
        if (host == null || !NAME.matcher(host).matches()) {
            throw refused("This server was called by the name \"" + host + "\"");
        }
        if (origin != null && !isHere(origin)) {
            throw refused("A page of \"" + origin + "\" called this server");
        }
    }

    private static boolean isHere(String origin) {
        var scheme = SCHEME.matcher(origin);
        return scheme.find() && NAME.matcher(origin.substring(scheme.end())).matches();
    }

    private static Problem refused(String received) {
        return new Problem(
                ProblemCode.FORBIDDEN,
                received + ". It asks nobody who calls, and so answers to localhost, 127.0.0.1 and [::1] alone.",
                "Call it by one of these; to be called by others, name the issuer of their tokens"
                        + " (quarkus.oidc.auth-server-url), or set beatcut.access.open=true where everybody may do"
                        + " everything.");
    }
}
