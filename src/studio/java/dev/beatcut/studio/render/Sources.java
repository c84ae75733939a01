package dev.beatcut.studio.render;

import dev.beatcut.studio.ffmpeg.Ffmpeg;
import dev.beatcut.studio.ffmpeg.MediaInfo;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The files behind the addresses of a timeline, each probed once. */
final class Sources {

    record Source(Path file, MediaInfo info) {

        boolean isGif() {
            return info.kind() == MediaInfo.Kind.VIDEO && "gif".equals(info.format());
        }

        boolean mayBeTransparent() {
            return switch (info.format()) {
                case "png", "gif", "webp" -> true;
                default -> false;
            };
        }
    }

    private final Ffmpeg ffmpeg;
    private final Function<String, Path> files;
    private final Map<String, Source> seen = new ConcurrentHashMap<>();

    Sources(Ffmpeg ffmpeg, Function<String, Path> files) {
        this.ffmpeg = ffmpeg;
        this.files = files;
    }

    Source of(String src) {
        return seen.computeIfAbsent(src, address -> {
            var file = files.apply(address).toAbsolutePath();
            return new Source(file, ffmpeg.probe(file));
        });
    }
}
