package dev.beatcut.laptop;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The signed links of {@link FolderObjects}, as S3 answers its presigned URLs. */
@PermitAll
@Path(LinkSigner.PATH + "{key:.+}")
@RunOnVirtualThread
public class ObjectsResource {

    private final FolderObjects objects;
    private final LinkSigner signer;

    ObjectsResource(FolderObjects objects, LinkSigner signer) {
        this.objects = objects;
        this.signer = signer;
    }

    /** What a signed link says of itself. */
    public static class Link {
        @PathParam("key")
        String key;

        @RestQuery
        long expires;

        @RestQuery
        long size;

        @RestQuery
        String name;

        @RestQuery
        String signature;
    }

    @PUT
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public RestResponse<Void> put(
            @BeanParam Link link, @HeaderParam(HttpHeaders.CONTENT_LENGTH) Long length, InputStream bytes)
            throws IOException {
        check("PUT", link);
        if (length == null || length != link.size) {
            throw Problem.invalid(
                    "The body has " + (length == null ? "no announced" : length + " bytes of")
                            + " length; this link takes " + "exactly " + link.size + " bytes.",
                    "Send the very file that was announced, with its Content-Length.");
        }
        try {
            objects.receive(link.key, bytes);
        } catch (IOException failed) {
            throw FolderObjects.refused(failed);
        }
        return RestResponse.ok();
    }

    @GET
    @Operation(hidden = true)
    public RestResponse<java.nio.file.Path> get(@BeanParam Link link) throws IOException {
        check("GET", link);
        var file = objects.local(link.key, null);
        var type = Files.probeContentType(file);
        var answer =
                RestResponse.ResponseBuilder.ok(file).type(type == null ? MediaType.APPLICATION_OCTET_STREAM : type);
        if (!link.name.isEmpty()) {
            var name = URLEncoder.encode(link.name, StandardCharsets.UTF_8).replace("+", "%20");
            answer.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name);
        }
        return answer.build();
    }

    private void check(String method, Link link) {
        var name = link.name == null ? "" : link.name;
        if (link.signature == null
                || !signer.accepts(method, link.key, link.size, name, link.expires, link.signature)) {
            throw new Problem(
                    ProblemCode.FORBIDDEN,
                    "This link is not, or no longer, good for " + method + ".",
                    "Ask for a new one: POST the file's name, size and type again, or GET the film again.");
        }
        link.name = name;
    }
}
