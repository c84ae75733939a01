package dev.beatcut.credit;

import dev.beatcut.nemo.Balance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The caller's credits. */
@Path("/credits")
@Produces(MediaType.APPLICATION_JSON)
public class CreditResource {

    private final Credits credits;

    CreditResource(Credits credits) {
        this.credits = credits;
    }

    @GET
    @RunOnVirtualThread
    public Balance credits() {
        return credits.mine();
    }
}
