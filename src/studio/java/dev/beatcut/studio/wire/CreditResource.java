package dev.beatcut.studio.wire;

import dev.beatcut.studio.library.Accounts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** §1.5: what is left to spend. */
@RunOnVirtualThread
@PermitAll
@Path("/api/credits/balance/simple")
public class CreditResource {

    private final Desk desk;
    private final Accounts accounts;

    CreditResource(Desk desk, Accounts accounts) {
        this.desk = desk;
        this.accounts = accounts;
    }

    @GET
    public Response balance(@HeaderParam("Authorization") String authorization) {
        return desk.answer(Endpoint.CREDITS, authorization, context -> {
            var account = accounts.account(context.user());
            return Envelope.ok(
                    Map.of("available", account.available(), "frozen", account.frozen(), "total", account.total()));
        });
    }
}
