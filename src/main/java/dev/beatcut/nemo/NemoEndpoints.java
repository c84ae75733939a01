package dev.beatcut.nemo;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The JSON endpoints of {@code nemo-api.md} §1. Replies are read by {@link Answer}, since their body outweighs their status. */
@RegisterRestClient(configKey = "nemo")
@Path("/api")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface NemoEndpoints {

    @POST
    @Path("/auth/anonymous-token")
    Response anonymousToken(@HeaderParam("X-Client-Id") String clientId);

    @POST
    @Path("/tasks/me/with-session/nemo_agent")
    Response openSession(@BeanParam Caller caller, byte[] task);

    @POST
    @Path("/upload-video/nemo_agent/me/{session}")
    Response uploadUrls(@BeanParam Caller caller, @PathParam("session") String session, byte[] urls);

    @GET
    @Path("/credits/balance/simple")
    Response credits(@BeanParam Caller caller);

    @GET
    @Path("/state/nemo_agent/me/{session}/latest")
    Response state(@BeanParam Caller caller, @PathParam("session") String session);

    @POST
    @Path("/render/proxy/lambda")
    Response submitRender(@BeanParam Caller caller, byte[] job);

    @GET
    @Path("/render/proxy/lambda/{id}")
    Response render(@BeanParam Caller caller, @PathParam("id") String id);

    @POST
    @Path("/render/proxy/lambda/{id}/cancel")
    Response cancelRender(@BeanParam Caller caller, @PathParam("id") String id);
}
