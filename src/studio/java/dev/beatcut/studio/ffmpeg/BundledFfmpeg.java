package dev.beatcut.studio.ffmpeg;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Unpacks the executables once, when somebody first needs them. */
class BundledFfmpeg {

    @Produces
    @Singleton
    Ffmpeg ffmpeg() {
        return Ffmpeg.bundled();
    }
}
