package dev.beatcut.studio.ffmpeg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files for tests, made by the real ffmpeg. */
public final class Made {

    public static final Ffmpeg FFMPEG = Ffmpeg.bundled();

    private Made() {}

    /** A clip: picture from a lavfi source, encoded small and fast. */
    public static Path clip(Path target, String source, String... more) {
        var arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", source));
        arguments.addAll(List.of(more));
        return make(target, arguments);
    }

    public static Path make(Path target, List<String> arguments) {
        var all = new ArrayList<>(arguments);
        all.add(target.toString());
        FFMPEG.run(all);
        return target;
    }
}
