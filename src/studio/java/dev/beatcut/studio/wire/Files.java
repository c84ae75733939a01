package dev.beatcut.studio.wire;

import dev.beatcut.objects.ByteRange;
import dev.beatcut.objects.Objects;
import dev.beatcut.problem.Problem;
import dev.beatcut.studio.library.Media;
import dev.beatcut.studio.library.RenderJob;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The bytes of uploads and films, whole or one range of them. */
@Singleton
final class Files {

    private final Objects objects;

    Files(Objects objects) {
        this.objects = objects;
    }

    Response film(RenderJob job, String range) {
        return serve(job.object(), job.output().file().contentType(), range);
    }

    Response poster(RenderJob job, String range) {
        return serve(job.poster(), "image/jpeg", range);
    }

    Response media(Media media, String range) {
        return serve(media.object(), media.contentType(), range);
    }

    private Response serve(String object, String contentType, String range) {
        var size = objects.stat(object)
                .orElseThrow(() -> Problem.notFound("file", object))
                .size();
        var part = ByteRange.of(range, size);
        if (part.isEmpty()) {
            return Response.status(416)
                    .header("Content-Range", "bytes */" + size)
                    .build();
        }
        var wanted = part.get();
        var answer = Response.status(wanted.status())
                .entity((StreamingOutput) out -> copy(object, wanted, out))
                .type(contentType)
                .header("Accept-Ranges", "bytes")
                .header("Content-Length", wanted.length())
                .header("X-Content-Type-Options", "nosniff");
        if (wanted.asked()) {
            answer.header("Content-Range", wanted.of(size));
        }
        return answer.build();
    }

    private void copy(String object, ByteRange wanted, OutputStream out) throws IOException {
        try (var bytes = objects.open(object)) {
            bytes.skipNBytes(wanted.from());
            transfer(bytes, out, wanted.length());
        }
    }

    private static void transfer(InputStream bytes, OutputStream out, long count) throws IOException {
        var buffer = new byte[64 * 1024];
        long left = count;
        while (left > 0) {
            int read = bytes.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new IOException("The file ended " + left + " bytes early");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
