package dev.beatcut.announce;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beatcut.access.CurrentOwner;
import dev.beatcut.state.Idempotent;
import dev.beatcut.state.RequestId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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

    /**
     * What the caller's webhooks are signed with.
     *
     * @param secret {@code whsec_} and the key in base64
     * @param olderUntil until then the one before signs along; left out when none does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(String secret, Instant createdAt, Instant olderUntil) {

        static View of(WebhookSecret secret) {
            var older = secret.older().stream().map(WebhookSecret.Older::until).findFirst();
            return new View(secret.secret(), secret.madeAt(), older.orElse(null));
        }

        @Override
        public String toString() {
            return "View[createdAt=" + createdAt + "]";
        }
    }

    @GET
    @Operation(operationId = "getWebhookSecret", summary = "The secret that your webhooks are signed with")
    public View get() {
        return View.of(secrets.of(owner.get().id()));
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "renewWebhookSecret",
            summary = "Make a new secret; webhooks are signed with the old one too for 24 hours")
    public View renew() {
        return View.of(secrets.renew(owner.get().id(), request.value()));
    }
}
