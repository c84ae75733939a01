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
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets nobody in who does not say who calls, where that is required; {@link PermitAll} routes ask nobody. */
@Singleton
public final class Doorkeeper {

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
    public void whoCalls(ResourceInfo route) {
        if (!route.getResourceClass().isAnnotationPresent(PermitAll.class)) {
            caller.is(authentication.get().required() ? proven() : Owner.LOCAL);
        }
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
