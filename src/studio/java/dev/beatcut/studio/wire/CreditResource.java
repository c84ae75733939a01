package dev.beatcut.studio.wire;

import dev.beatcut.studio.library.Accounts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** §1.5: what is left to spend. */
@Enveloped
@RunOnVirtualThread
@Path("/api/credits/balance/simple")
public class CreditResource {

    private final Door door;
    private final Accounts accounts;

    CreditResource(Door door, Accounts accounts) {
        this.door = door;
        this.accounts = accounts;
    }

    @GET
    public Response balance(@HeaderParam("Authorization") String authorization) {
        var account = accounts.account(door.user(authorization));
        return Envelope.ok(
                Map.of("available", account.available(), "frozen", account.frozen(), "total", account.total()));
    }
}
