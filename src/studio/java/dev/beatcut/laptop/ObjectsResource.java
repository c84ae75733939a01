package dev.beatcut.laptop;

import dev.beatcut.objects.ByteRange;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.state.Fallback;
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
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.PathPart;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The signed links of {@link FolderObjects}, as S3 answers its presigned URLs. */
@PermitAll
@Path(LinkSigner.PATH + "{key:.+}")
@RunOnVirtualThread
public class ObjectsResource {

    private final FolderObjects objects;
    private final LinkSigner signer;

    ObjectsResource(@Fallback FolderObjects objects, LinkSigner signer) {
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
        String upload;

        @RestQuery
        int part;

        @RestQuery
        String signature;

        Grant grant(String method) {
            return new Grant(method, key, size, name == null ? "" : name, upload == null ? "" : upload, part);
        }
    }

    @PUT
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public RestResponse<Void> put(
            @BeanParam Link link, @HeaderParam(HttpHeaders.CONTENT_LENGTH) Long length, InputStream bytes) {
        var grant = check("PUT", link);
        if (length == null || length != grant.size()) {
            throw Problem.invalid(
                    "The body has " + (length == null ? "no announced" : length + " bytes of")
                            + " length; this link takes exactly " + grant.size() + " bytes.",
                    "Send the very bytes that were announced, with their Content-Length.");
        }
        try {
            receive(grant, bytes);
        } catch (IOException failed) {
            throw FolderObjects.refused(failed);
        }
        return RestResponse.ok();
    }

    private void receive(Grant grant, InputStream bytes) throws IOException {
        if (grant.part() == 0) {
            objects.receive(grant.key(), bytes);
        } else {
            objects.receivePart(grant.upload(), grant.part(), bytes);
        }
    }

    @GET
    @Operation(hidden = true)
    public RestResponse<PathPart> get(@BeanParam Link link, @HeaderParam("Range") String range) throws IOException {
        var grant = check("GET", link);
        var file = objects.local(grant.key(), null);
        var size = Files.size(file);
        var wanted = ByteRange.of(range, size);
        return wanted.isEmpty()
                ? ResponseBuilder.<PathPart>create(416)
                        .header("Content-Range", "bytes */" + size)
                        .build()
                : answer(grant, file, wanted.get(), size);
    }

    private static RestResponse<PathPart> answer(Grant grant, java.nio.file.Path file, ByteRange wanted, long size)
            throws IOException {
        var type = Files.probeContentType(file);
        var answer = ResponseBuilder.create(
                        RestResponse.Status.fromStatusCode(wanted.status()),
                        new PathPart(file, wanted.from(), wanted.length()))
                .type(type == null ? MediaType.APPLICATION_OCTET_STREAM : type)
                .header("Accept-Ranges", "bytes");
        if (wanted.asked()) {
            answer.header("Content-Range", wanted.of(size));
        }
        if (!grant.name().isEmpty()) {
            answer.header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename*=UTF-8''" + LinkSigner.encoded(grant.name()));
        }
        return answer.build();
    }

    private Grant check(String method, Link link) {
        var grant = link.grant(method);
        if (link.signature == null || !signer.accepts(grant, link.expires, link.signature)) {
            throw new Problem(
                    ProblemCode.FORBIDDEN,
                    "This link is not, or no longer, good for " + method + ".",
                    "Ask for a new one: POST the file's name, size and type again, or GET the film again.");
        }
        return grant;
    }
}
