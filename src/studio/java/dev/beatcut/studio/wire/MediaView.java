package dev.beatcut.studio.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.beatcut.studio.library.Media;

/**
 * A file as the wire tells it (§1.4): upload replies and {@code video_infos}.
 *
 * @param duration seconds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MediaView(
        String filename,
        @JsonProperty("file_type") String fileType,
        @JsonProperty("cdn_url") String cdnUrl,
        Double duration,
        Integer width,
        Integer height,
        Double fps,
        String hash,
        long size,
        String format) {

    static MediaView of(Media media) {
        var info = media.info();
        return new MediaView(
                media.name(),
                switch (info.kind()) {
                    case VIDEO -> "video";
                    case IMAGE -> "image";
                    case AUDIO -> "audio";
                },
                media.address(),
                info.durationMs() > 0 ? info.durationMs() / 1000.0 : null,
                info.width() > 0 ? info.width() : null,
                info.height() > 0 ? info.height() : null,
                info.frameRate() == null ? null : Math.round(info.frameRate().perSecond() * 1000) / 1000.0,
                media.hash(),
                media.size(),
                info.format());
    }
}
