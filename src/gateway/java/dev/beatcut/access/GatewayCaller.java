package dev.beatcut.access;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.quarkus.amazon.lambda.http.LambdaIdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The caller whom the JWT authorizer of an HTTP API (payload v2) has found behind the token: its claim {@code sub}. */
@Singleton
final class GatewayCaller implements LambdaIdentityProvider {

    /** @return null for an event that no JWT authorizer has seen */
    @Override
    public SecurityIdentity authenticate(APIGatewayV2HTTPEvent event) {
        return Optional.ofNullable(event.getRequestContext())
                .map(APIGatewayV2HTTPEvent.RequestContext::getAuthorizer)
                .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer::getJwt)
                .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT::getClaims)
                .map(claims -> claims.get("sub"))
                .map(GatewayCaller::identity)
                .orElse(null);
    }

    private static SecurityIdentity identity(String subject) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(subject))
                .build();
    }
}
