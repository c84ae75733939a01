package dev.beatcut.announce;

import dev.beatcut.access.CurrentOwner;
import dev.beatcut.state.Idempotent;
import dev.beatcut.state.RequestId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

@Path("/webhook-secret")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Webhooks", description = "Ends are posted to the webhook of an export, as Standard Webhooks are")
public class WebhookSecretResource {

    private final WebhookSecrets secrets;
    private final CurrentOwner owner;
    private final RequestId request;

    WebhookSecretResource(WebhookSecrets secrets, CurrentOwner owner, RequestId request) {
        this.secrets = secrets;
        this.owner = owner;
        this.request = request;
    }

    @GET
    @Cache(noStore = true)
    @Operation(operationId = "getWebhookSecret", summary = "The secret that your webhooks are signed with")
    public WebhookSecretView get() {
        return WebhookSecretView.of(secrets.of(owner.get().id()));
    }

    @POST
    @Cache(noStore = true)
    @Idempotent
    @Operation(
            operationId = "renewWebhookSecret",
            summary = "Make a new secret; webhooks are signed with the old one too for 24 hours")
    public WebhookSecretView renew() {
        return WebhookSecretView.of(secrets.renew(owner.get().id(), request.value()));
    }
}
