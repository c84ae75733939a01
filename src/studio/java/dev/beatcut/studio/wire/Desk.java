package dev.beatcut.studio.wire;

import dev.beatcut.problem.Problem;
import dev.beatcut.state.Pause;
import dev.beatcut.studio.library.StudioSettings;
import dev.beatcut.studio.library.TokenStillGood;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jboss.logging.Logger;

/**
 * Where every request is answered: what goes wrong becomes the wire's envelope; what nobody foresaw is logged and told
 * as 500. In fault mode this is also where a request learns how it is treated.
 */
@Singleton
final class Desk {

    /** What is done for one request. */
    @FunctionalInterface
    interface Work {
        Response answer(RequestContext context) throws IOException;
    }

    private static final Logger LOG = Logger.getLogger(Desk.class);

    private final StudioSettings settings;
    private final Door door;
    private final Faults faults;
    private final ClientConnection.Finder connections;
    private final Pause pause;

    @Inject
    Desk(StudioSettings settings, Door door, Faults faults, ClientConnection.Finder connections) {
        this(settings, door, faults, connections, Pause.REAL);
    }

    Desk(StudioSettings settings, Door door, Faults faults, ClientConnection.Finder connections, Pause pause) {
        this.settings = settings;
        this.door = door;
        this.faults = faults;
        this.connections = connections;
        this.pause = pause;
    }

    /** @param authorization the header, null where there is none */
    Response answer(Endpoint endpoint, String authorization, Work work) {
        if (!settings.enabled()) {
            return Envelope.refusal(404, 404, "The built-in studio is switched off.");
        }
        if (endpoint != Endpoint.LINK && !settings.hosted() && !connections.isFromHere()) {
            return Envelope.refusal(
                    403, 403, "This studio works for its own server alone; beatcut.studio.hosted=true opens it.");
        }
        var faultPlan = faults.faultPlan(endpoint);
        var context = new RequestContext(door, authorization, faultPlan, connections.current(), pause);
        var reply = reply(endpoint, context, work);
        faultPlan.pace().wait(pause);
        return faultPlan.fate().of(reply, context.connection());
    }

    private static Response reply(Endpoint endpoint, RequestContext context, Work work) {
        try {
            context.faultPlan().admission().enter();
            return work.answer(context);
        } catch (Refusal refusal) {
            return refusal.response();
        } catch (Problem problem) {
            return response(problem);
        } catch (TokenStillGood early) {
            return tooMany(
                    early.getMessage() + ".", Math.max(1, early.remaining().toSeconds()));
        } catch (IOException cut) {
            return Envelope.refusal(400, 400, "The request broke off before its end.");
        } catch (RuntimeException unforeseen) {
            LOG.errorf(unforeseen, "%s failed", endpoint);
            return Envelope.refusal(500, 500, "Something went wrong in the studio. Try again later.");
        }
    }

    private static Response tooMany(String message, long seconds) {
        return Response.fromResponse(Envelope.refusal(429, 429, message))
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    private static Response response(Problem problem) {
        var message = problem.detail() + " " + problem.next();
        return switch (problem.code()) {
            case UPSTREAM_SESSION_GONE -> Envelope.refusal(200, 1002, message);
            case NO_CREDITS -> Envelope.refusal(200, 2001, message);
            case UNSUPPORTED_FORMAT, FILE_EMPTY, FILE_DAMAGED ->
                Envelope.refusal(200, 4001, Formats.withAccepted(problem.detail()));
            case FILE_TOO_LARGE -> Envelope.refusal(200, 4002, message);
            default -> Envelope.refusal(problem.code().status(), problem.code().status(), message);
        };
    }
}
