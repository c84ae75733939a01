package dev.beatcut.studio.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;

/** The song on the timeline: its place, its loudness, and how it begins and ends. */
final class Sound {

    /** Hides the click where a song begins in its middle, and leaves the attack of its first beat. */
    private static final long CLICK_MS = 10;

    private static final long FADE_MS = 1000;
    private static final long ENDED_MS = 200;
    private static final long LEAST_FADE_MS = 250;

    /** Parts of a song's wave, which has a thousand, and a quarter of its loudest. */
    private static final int LAST = 2;

    private static final int LOUD = 64;

    private final Material song;
    private final Brief brief;
    private final Instruction instruction;
    private final Timeline current;

    Sound(Material song, Brief brief, Instruction instruction, Timeline current) {
        this.song = song;
        this.brief = brief;
        this.instruction = instruction;
        this.current = current;
    }

    Segment from(long start, long length) {
        long fade = isOver(start + length) ? fadeOut() : Math.max(FADE_MS, fadeOut());
        return segment(0, start, length, Math.min(fade, length / 4));
    }

    private boolean isOver(long songMs) {
        return songMs >= song.durationMs() - ENDED_MS && !breaksOff();
    }

    /** A file whose last instants are loud was cut off there: to a listener the song goes on. */
    private boolean breaksOff() {
        var wave = song.beats().wave();
        return wave.size() > LAST
                && wave.subList(wave.size() - LAST, wave.size()).stream().allMatch(peak -> peak > LOUD);
    }

    /** Of the picture: the music goes with it. */
    private long fadeOut() {
        return instruction.all(Wish.Fade.class).stream()
                .filter(Wish.Fade::out)
                .mapToLong(Wish.Fade::ms)
                .findFirst()
                .orElse(current.m().path("fadeOut").asLong());
    }

    /** Begins on a bar line; ends on one too, with it or fading from it to the film's end, unless the song is over before. */
    Segment under(MusicPlacement placement, long offset, long filmMs) {
        long entry = placement.entry(offset);
        long end = Math.min(song.durationMs(), offset + filmMs);
        long line = placement.lastBarLine(offset);
        long rest = isOver(offset + filmMs) ? 0 : end - line;
        boolean endsOnLine = rest > 0 && rest < LEAST_FADE_MS && line > entry;
        long length = (endsOnLine ? line : end) - entry;
        long fade = isOver(end) ? 0 : endsOnLine ? LEAST_FADE_MS / 2 : Math.max(LEAST_FADE_MS, rest);
        return segment(entry - offset, entry, length, Math.min(Math.max(fade, fadeOut()), length / 2));
    }

    /** With a picture that goes out in so many ms; what the music had of itself stays. */
    static void fade(ObjectNode m, long ms) {
        m.put("fadeOut", Math.max(ms, Math.min(FADE_MS, m.path("fadeOut").asLong())));
    }

    private Segment segment(long at, long start, long length, long fadeOut) {
        var m = JsonNodeFactory.instance.objectNode().put("name", Cutter.bareName(song.name()));
        m.put("fadeIn", asked("musicFadeIn", start > 0 ? CLICK_MS : 0, length))
                .put("fadeOut", asked("musicFadeOut", fadeOut, length));
        if (isDucked()) {
            m.put("duck", true);
        }
        return Segment.media("sg_a1", at, length, song.src(), start, brief.musicGain(), m);
    }

    /** What was asked for in this turn or an earlier one, at most half of the music. */
    private long asked(String note, long usual, long length) {
        var m = current.m().deepCopy();
        noteFades(instruction, m);
        return m.has(note) ? Math.min(m.path(note).asLong(), length / 2) : usual;
    }

    /** Wishes about the music's own fades, for later turns. */
    static void noteFades(Instruction instruction, ObjectNode m) {
        for (var fade : instruction.all(Wish.MusicFade.class)) {
            if (fade.in()) {
                m.put("musicFadeIn", fade.ms());
            }
            if (fade.out()) {
                m.put("musicFadeOut", fade.ms());
            }
        }
    }

    private boolean isDucked() {
        return instruction
                .first(Wish.Duck.class)
                .map(Wish.Duck::on)
                .orElse(current.segments(TrackType.AUDIO).stream()
                        .anyMatch(segment -> segment.m().path("duck").asBoolean()));
    }

    /** The picture's fades: it goes out with a song that goes on, unless asked otherwise. */
    void fadeWith(Segment audio, long filmMs, ObjectNode m) {
        boolean goesOn = !isOver(audio.sourceStart() + audio.duration());
        if (!m.has("fadeOut") && goesOn && filmMs >= 8 * FADE_MS) {
            m.put("fadeOut", FADE_MS / 2);
        }
        fadeAsAsked(m);
    }

    /** The picture's fades where it is to stay as it is. */
    void fadeAsAsked(ObjectNode m) {
        noteFades(instruction, m);
        for (var fade : instruction.all(Wish.Fade.class)) {
            if (fade.in()) {
                m.put("fadeIn", fade.ms());
            }
            if (fade.out()) {
                m.put("fadeOut", fade.ms());
            }
        }
    }
}
