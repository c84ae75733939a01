package dev.beatcut.credit;

import dev.beatcut.access.CurrentOwner;
import dev.beatcut.access.Profile;
import dev.beatcut.access.Upstream;
import dev.beatcut.nemo.Balance;
import dev.beatcut.nemo.Nemo;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The caller's credits. */
@Path("/credits")
@Produces(MediaType.APPLICATION_JSON)
public class CreditResource {

    private final Upstream upstream;
    private final Nemo nemo;
    private final CurrentOwner owner;

    CreditResource(Upstream upstream, Nemo nemo, CurrentOwner owner) {
        this.upstream = upstream;
        this.nemo = nemo;
        this.owner = owner;
    }

    @GET
    @RunOnVirtualThread
    public Balance credits() {
        return upstream.call(owner.get(), Profile.DEFAULT, nemo::credits);
    }
}
