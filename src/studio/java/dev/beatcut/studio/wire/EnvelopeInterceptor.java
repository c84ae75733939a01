package dev.beatcut.studio.wire;

import dev.beatcut.problem.Problem;
import dev.beatcut.studio.library.StudioSettings;
import dev.beatcut.studio.library.TokenStillGood;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jboss.logging.Logger;

/** Turns what goes wrong in an endpoint into the wire's envelope; what nobody foresaw is logged and told as 500. */
@Enveloped
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
final class EnvelopeInterceptor {

    private static final Logger LOG = Logger.getLogger(EnvelopeInterceptor.class);

    private final StudioSettings settings;

    EnvelopeInterceptor(StudioSettings settings) {
        this.settings = settings;
    }

    @AroundInvoke
    Object answer(InvocationContext call) throws Exception {
        if (!settings.enabled()) {
            return Envelope.refusal(404, 404, "The built-in studio is switched off.");
        }
        try {
            return call.proceed();
        } catch (Refusal refusal) {
            return refusal.response();
        } catch (Problem problem) {
            return response(problem);
        } catch (TokenStillGood early) {
            return Response.fromResponse(Envelope.refusal(429, 429, early.getMessage() + "."))
                    .header(
                            HttpHeaders.RETRY_AFTER,
                            Math.max(1, early.remaining().toSeconds()))
                    .build();
        } catch (IOException cut) {
            return Envelope.refusal(400, 400, "The request broke off before its end.");
        } catch (RuntimeException unforeseen) {
            LOG.errorf(unforeseen, "%s failed", call.getMethod().getName());
            return Envelope.refusal(500, 500, "Something went wrong in the studio. Try again later.");
        }
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
