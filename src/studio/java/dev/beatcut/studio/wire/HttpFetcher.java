package dev.beatcut.studio.wire;

import dev.beatcut.objects.Objects;
import dev.beatcut.outside.Downloads;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.studio.library.Delivery;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Fetches files by URL, from public addresses and the object store's own origin. */
@Singleton
final class HttpFetcher implements Fetcher {

    private final Objects objects;
    private final Downloads downloads;

    HttpFetcher(Objects objects, Downloads downloads) {
        this.objects = objects;
        this.downloads = downloads;
    }

    @Override
    public void fetch(URI url, Delivery delivery) {
        try {
            downloads.get(
                    url,
                    objects.origin(),
                    (from, disposition, bytes) -> delivery.receive(
                            Disposition.fileName(disposition == null ? "" : disposition)
                                    .orElse(from.getPath()),
                            bytes));
        } catch (Problem problem) {
            throw problem.code() == ProblemCode.INVALID_REQUEST ? refused(url, problem.detail()) : problem;
        } catch (IOException unreachable) {
            throw refused(url, "It could not be read.");
        }
    }

    /** Says host and path only: a query may be a secret. */
    private static Refusal refused(URI url, String why) {
        var place = url.getHost() == null
                ? "The address"
                : url.getHost() + Optional.ofNullable(url.getPath()).orElse("");
        return Refusal.http(400, place + " cannot be fetched. " + why);
    }
}
