package dev.beatcut.studio.render;

import dev.beatcut.studio.ffmpeg.Ffmpeg;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A film's sound, encoded: kept from before when nothing of it has changed. */
final class SoundTrack {

    /** Changes with what the same recipe gives. */
    private static final String VERSION = "sound-1";

    private final Ffmpeg ffmpeg;
    private final Encoding encoding;
    private final Mezzanines mezzanines;
    private final OwnSound own;
    private final SoundMix mix;
    private final Path scratch;

    SoundTrack(Ffmpeg ffmpeg, Encoding encoding, Mezzanines mezzanines, OwnSound own, SoundMix mix, Path scratch) {
        this.ffmpeg = ffmpeg;
        this.encoding = encoding;
        this.mezzanines = mezzanines;
        this.own = own;
        this.mix = mix;
        this.scratch = scratch;
    }

    boolean isSilent() {
        return own.isSilent() && mix.isEmpty();
    }

    Path make() throws IOException {
        var key = Hash.of(VERSION + "\n" + ffmpeg.version() + "\n" + encoding.sound() + "\n" + mix.recipe() + "\n"
                + own.recipe());
        var file = scratch.resolve("sound." + encoding.soundFile());
        if (!mezzanines.fetch(key, file)) {
            encode(file);
            mezzanines.keep(key, file);
        }
        return file;
    }

    private void encode(Path file) throws IOException {
        var heard = scratch.resolve("own.f32");
        if (!own.isSilent()) {
            own.write(ffmpeg, heard, scratch);
        }
        var mixed = scratch.resolve("mix.f32");
        var loudness = mix.mix(ffmpeg, heard, mixed, scratch);
        var arguments = new ArrayList<>(SoundMix.format());
        arguments.addAll(List.of("-i", "" + mixed, "-af", mix.leveled(loudness)));
        arguments.addAll(encoding.sound());
        arguments.addAll(Encoding.reproducible());
        arguments.add("" + file);
        ffmpeg.run(arguments);
    }
}
