package dev.beatcut.access;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets nobody in who does not say who calls, where that is required, nor a web page, where nobody has to; and nothing
 * that is too large to be read. {@link PermitAll} routes look after themselves.
 */
@Singleton
public final class Doorkeeper {

    /** Of a backend's call, in bytes: texts and settings. Files go to links of their own. */
    static final int LONGEST_BODY = 1024 * 1024;

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");

    private final Instance<Authentication> authentication;
    private final CurrentIdentityAssociation identity;
    private final CurrentOwner caller;

    /** @param authentication is asked for at the first call: filters are made before the server is configured */
    Doorkeeper(Instance<Authentication> authentication, CurrentIdentityAssociation identity, CurrentOwner caller) {
        this.authentication = authentication;
        this.identity = identity;
        this.caller = caller;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public void whoCalls(ContainerRequestContext call, ResourceInfo route) {
        if (asksNobody(route)) {
            return;
        }
        if (!authentication.get().safeAnywhere()) {
            var named = call.getHeaderString(HttpHeaders.HOST);
            ThisMachine.check(
                    named == null ? call.getUriInfo().getRequestUri().getRawAuthority() : named,
                    call.getHeaderString("Origin"));
        }
        caller.is(authentication.get().required() ? proven() : Owner.LOCAL);
    }

    private static boolean asksNobody(ResourceInfo route) {
        return route.getResourceClass().isAnnotationPresent(PermitAll.class);
    }

    /** After who calls is known, and before anybody reads: the server itself takes what the studio's files may weigh. */
    @ServerRequestFilter(priority = Priorities.HEADER_DECORATOR)
    public void howMuch(ContainerRequestContext call, ResourceInfo route) throws IOException {
        if (asksNobody(route) || WITHOUT_BODY.contains(call.getMethod())) {
            return;
        }
        var announced = call.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (announced != null && Long.parseLong(announced) > LONGEST_BODY) {
            throw tooLarge();
        }
        var body = call.getEntityStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw tooLarge();
        }
        if (body.length > 0) {
            call.setEntityStream(new ByteArrayInputStream(body));
        }
    }

    private static Problem tooLarge() {
        return new Problem(
                ProblemCode.FILE_TOO_LARGE,
                "The body is larger than " + LONGEST_BODY + " bytes.",
                "Bring files by POST /sessions/{id}/media.");
    }

    private Owner proven() {
        var proof = proof();
        if (proof.isAnonymous()) {
            throw new Problem(
                    ProblemCode.UNAUTHENTICATED,
                    "This call does not say who makes it.",
                    "Send a token of your identity provider: \"Authorization: Bearer ...\".");
        }
        var subject = proof.getPrincipal().getName();
        if (subject == null || subject.isEmpty()) {
            throw refused("The token names nobody: it has no \"sub\".");
        }
        return Owner.of(subject);
    }

    private SecurityIdentity proof() {
        try {
            return identity.getDeferredIdentity().await().indefinitely();
        } catch (AuthenticationFailedException notGood) {
            throw refused("The token is not, or no longer, good here.");
        }
    }

    private static Problem refused(String detail) {
        return new Problem(
                ProblemCode.TOKEN_REFUSED, detail, "Get a new one from the identity provider that this server trusts.");
    }
}
