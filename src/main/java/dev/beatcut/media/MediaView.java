package dev.beatcut.media;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beatcut.objects.Arrival;
import dev.beatcut.problem.ProblemBody;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A file as callers see it; what is not known is left out.
 *
 * @param kind {@code VIDEO}, {@code IMAGE} or {@code AUDIO}
 * @param size bytes
 * @param durationMs of a clip or song
 * @param upload how to bring the bytes; only in the answer to the first call
 * @param problem why it was refused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MediaView(
        String id,
        String sessionId,
        String name,
        Format.Kind kind,
        Long size,
        MediaStatus status,
        Long durationMs,
        Integer width,
        Integer height,
        Instant createdAt,
        UploadView upload,
        ProblemBody problem) {

    /**
     * How to put the bytes: one request, or one for each of {@code parts}.
     *
     * @param expiresAt until when the links are good
     * @param partSize bytes of each part but the last
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record UploadView(
            String method, URI url, Map<String, String> headers, List<URI> parts, Long partSize, Instant expiresAt) {

        static UploadView of(Arrival arrival, Instant expiresAt) {
            var partSize = arrival.parts().isEmpty() ? null : arrival.partSize();
            return new UploadView(
                    arrival.method(), arrival.url(), arrival.headers(), arrival.parts(), partSize, expiresAt);
        }
    }

    /** 201 where the caller is to put bytes, 202 where the upstream fetches them, 200 where that is over. */
    int bringStatus() {
        return upload != null ? 201 : status == MediaStatus.HANDING_OVER ? 202 : 200;
    }

    static MediaView of(MediaItem item) {
        return of(item, null);
    }

    static MediaView of(MediaItem item, UploadView upload) {
        var seen = item.seen();
        return new MediaView(
                item.id(),
                item.session(),
                item.name(),
                item.format() == null ? null : item.format().kind(),
                item.size() == 0 ? null : item.size(),
                item.status(),
                seen == null ? null : seen.durationMs(),
                seen == null ? null : seen.width(),
                seen == null ? null : seen.height(),
                item.createdAt(),
                upload,
                item.problem());
    }
}
