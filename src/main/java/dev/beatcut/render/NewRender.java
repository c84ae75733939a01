package dev.beatcut.render;

import dev.beatcut.announce.Audience;
import dev.beatcut.nemo.RenderOutput;
import dev.beatcut.problem.Problem;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * What a caller wants of an export; all of it may be left out.
 *
 * @param format {@code mp4} (default), {@code webm}, {@code gif}, {@code mp3}; the upstream may know fewer
 * @param quality {@code high} (default), {@code medium}, {@code draft}
 * @param resolution {@code 1080p} (default), {@code 720p}, {@code 480p}, {@code 4k} where the clips carry it
 * @param preview a quick look in 480p; the upstream may not know it
 * @param webhook told of the end by a signed POST; the latest one given counts
 * @param taskToken of a Step Functions task that waits for the end; the latest one given counts
 */
public record NewRender(
        String format, String quality, String resolution, Boolean preview, URI webhook, String taskToken) {

    static final NewRender DEFAULT = new NewRender(null, null, null, null, null, null);

    /** Without the path of the webhook and the token: who has those may speak to the one who waits. */
    @Override
    public String toString() {
        return "NewRender[format=" + format + ", quality=" + quality + ", resolution=" + resolution + ", " + audience()
                + "]";
    }

    Audience audience() {
        return new Audience(webhook, taskToken == null || taskToken.isBlank() ? null : taskToken);
    }

    RenderOutput output() {
        return new RenderOutput(
                chosen("format", format, List.of("mp4", "webm", "gif", "mp3")),
                chosen("quality", quality, List.of("high", "medium", "draft")),
                chosen("resolution", resolution, List.of("1080p", "720p", "480p", "4k")),
                preview != null && preview);
    }

    /** The first one is the default. */
    private static String chosen(String field, String said, List<String> known) {
        var wanted = said == null ? known.getFirst() : said.toLowerCase(Locale.ROOT);
        if (!known.contains(wanted)) {
            throw Problem.invalid(
                    "There is no " + field + " \"" + said + "\".", "Take one of: " + String.join(", ", known) + ".");
        }
        return wanted;
    }
}
