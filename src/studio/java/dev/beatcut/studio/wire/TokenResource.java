package dev.beatcut.studio.wire;

import dev.beatcut.studio.library.Accounts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** §1.1: an anonymous token. */
@RunOnVirtualThread
@PermitAll
@Path("/api/auth/anonymous-token")
public class TokenResource {

    private static final int LONGEST_CLIENT_ID = 200;

    private final Desk desk;
    private final Accounts accounts;

    TokenResource(Desk desk, Accounts accounts) {
        this.desk = desk;
        this.accounts = accounts;
    }

    @POST
    public Response issue(@HeaderParam("X-Client-Id") String clientId) {
        return desk.answer(Endpoint.TOKEN, null, context -> issued(clientId));
    }

    private Response issued(String clientId) {
        if (clientId == null || clientId.isBlank() || clientId.length() > LONGEST_CLIENT_ID) {
            throw Refusal.http(400, "The header X-Client-Id is missing: send a UUID of your own, always the same.");
        }
        var issued = accounts.issue(clientId.strip());
        return Envelope.ok(Map.of(
                "token", issued.token(),
                "user_id", issued.userId(),
                "expires_at", issued.expiresAt().toString(),
                "credits", issued.credits()));
    }
}
