package dev.beatcut.access;

import dev.beatcut.observe.Trail;
import dev.beatcut.observe.Trail.Field;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * What a call of the API is about, for its log lines: {@code X-Request-Id}, as the caller or a gateway gave it or made
 * here, which the answer tells; and what its path names. It lasts as long as the call's own context.
 */
@Singleton
public final class RequestTrail {

    static final String HEADER = "X-Request-Id";

    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._:=+/-]{1,100}");

    private static final String CALL = RequestTrail.class.getName();

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION - 1)
    public void begin(ContainerRequestContext call) {
        var given = call.getHeaderString(HEADER);
        var id = given != null && ACCEPTED.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        call.setProperty(CALL, id);
        Trail.begin(Field.REQUEST, id);
        var path = call.getUriInfo().getPathParameters().values().stream()
                .flatMap(List::stream)
                .toList();
        Trail.named(path).forEach(Trail::begin);
    }

    @ServerResponseFilter
    public void end(ContainerRequestContext call, ContainerResponseContext answer) {
        if (call.getProperty(CALL) instanceof String id) {
            answer.getHeaders().putSingle(HEADER, id);
        }
    }
}
