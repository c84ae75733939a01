package dev.beatcut.studio.beat;

/**
 * The best part of a song.
 *
 * @param fromMs where it begins, from the song's start; on a bar line unless it is the song's start
 * @param toMs   where it ends, after {@code fromMs}; on a bar line or at the song's end
 */
public record Highlight(long fromMs, long toMs) {

    public Highlight {
        if (fromMs < 0 || toMs <= fromMs) {
            throw new IllegalArgumentException(
                    "A highlight runs forward from 0 ms or later, but this one from %d to %d".formatted(fromMs, toMs));
        }
    }

    public long lengthMs() {
        return toMs - fromMs;
    }
}
