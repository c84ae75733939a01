package dev.beatcut.studio.ffmpeg;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where ffmpeg and ffprobe are.
 *
 * @param environment what their processes need besides ours
 */
public record Executables(Path ffmpeg, Path ffprobe, Map<String, String> environment) {

    public Executables {
        environment = Map.copyOf(environment);
    }

    /** An ffmpeg of the machine's own, version 7 or newer. */
    public static Executables at(Path ffmpeg, Path ffprobe) {
        return new Executables(ffmpeg, ffprobe, Map.of());
    }
}
