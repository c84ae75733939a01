package dev.beatcut.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.timeline.Picture.Ink;
import dev.beatcut.timeline.Picture.Mark;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;

/** Where everything in a timeline's picture is. */
final class PictureLayout {

    private static final int SIDE = 12;
    private static final int STRIP = 56;
    private static final int STRIP_HEIGHT = 18;
    private static final int TOP = STRIP + STRIP_HEIGHT + 8;
    private static final int LABEL = 16;
    private static final int BAR = 32;
    private static final int SOUND_BAR = 48;
    private static final int GAP = 10;
    private static final int AXIS = 26;
    /** Beats nearer to one another than this are a grey area, so that only bar lines are drawn. */
    private static final double LEGIBLE = 3;

    private static final long[] STEPS = {100, 200, 500, 1000, 2000, 5000, 10_000, 30_000, 60_000, 300_000, 600_000};

    private final Timeline timeline;
    private final JsonNode heard;
    private final long length;
    private final long shift;
    private final int bottom;
    private final List<Mark> marks = new ArrayList<>();

    PictureLayout(Timeline timeline) {
        this.timeline = timeline;
        this.length = Math.max(1, timeline.length());
        var songs = timeline.segments(TrackType.AUDIO);
        this.heard = songs.isEmpty() ? timeline.m().path("none") : timeline.m().path("beats");
        this.shift = songs.isEmpty() ? 0 : shift(songs.getFirst());
        this.bottom = TOP
                + Math.max(
                        LABEL + BAR + GAP,
                        timeline.tracks().stream()
                                .mapToInt(PictureLayout::height)
                                .sum());
    }

    /** What is told in the song's time is this much later on the timeline. */
    private static long shift(Segment song) {
        return song.start() - (song.sourceStart() == null ? 0 : song.sourceStart());
    }

    private static int bar(Track track) {
        return track.is(TrackType.AUDIO) ? SOUND_BAR : BAR;
    }

    private static int height(Track track) {
        return LABEL + bar(track) + GAP;
    }

    /** The first is the paper, as large as the picture. */
    List<Mark> marks() {
        marks.add(Mark.box(Ink.PAPER, 0, 0, Picture.WIDTH, bottom + AXIS));
        heading();
        axis();
        beats();
        sections();
        int y = TOP;
        for (var track : timeline.tracks()) {
            track(track, y + LABEL);
            y += height(track);
        }
        drops();
        return marks;
    }

    private void heading() {
        var title = timeline.m().path("title").asText("");
        double room = Picture.WIDTH - 2.0 * SIDE;
        marks.add(Mark.text(Ink.HEAD, SIDE, 24, room, title.isBlank() ? "Timeline" : title));
        var facts = new ArrayList<String>();
        if (timeline.width() > 0) {
            facts.add(timeline.width() + "×" + timeline.height());
        }
        facts.add(seconds(timeline.length()) + " s");
        if (heard.path("tempo").asDouble() > 0) {
            facts.add(Math.round(heard.path("tempo").asDouble()) + " BPM");
        }
        long cuts = timeline.segments(TrackType.VIDEO).stream()
                .filter(segment -> segment.start() > 0)
                .count();
        facts.add(cuts == 1 ? "1 cut" : cuts + " cuts");
        marks.add(Mark.text(Ink.AXIS, SIDE, 43, room, String.join(" · ", facts)));
    }

    private void axis() {
        long step =
                LongStream.of(STEPS).filter(ms -> length / ms <= 8).findFirst().orElse(length);
        for (long at = 0; at <= length; at += step) {
            marks.add(Mark.box(Ink.GRID, x(at), STRIP, 1, bottom - STRIP));
            double left = Math.min(x(at), Picture.WIDTH - 40.0);
            marks.add(Mark.text(Ink.AXIS, left, bottom + 16, 40, seconds(at) + " s"));
        }
    }

    private void beats() {
        var downbeats = new HashSet<Integer>();
        heard.path("downbeats").forEach(index -> downbeats.add(index.asInt()));
        var beats = heard.path("beats");
        double apart = beats.size() < 2
                ? 0
                : place(beats.get(beats.size() - 1).asLong() - beats.get(0).asLong()) / (beats.size() - 1);
        for (int i = 0; i < beats.size(); i++) {
            long at = beats.get(i).asLong() + shift;
            boolean bar = downbeats.contains(i);
            if (at >= 0 && at <= length && (bar || apart >= LEGIBLE)) {
                marks.add(Mark.box(bar ? Ink.BAR : Ink.BEAT, x(at), TOP, bar ? 1 : 0.7, bottom - TOP));
            }
        }
    }

    private void sections() {
        for (var section : heard.path("sections")) {
            double from = x(Math.clamp(section.path("from").asLong() + shift, 0, length));
            double to = x(Math.clamp(section.path("to").asLong() + shift, 0, length));
            double energy = section.path("energy").asDouble();
            if (to - from >= 1) {
                var label = section.path("label").asText("");
                var ink = label.equals("drop") || energy >= 0.8 ? Ink.LOUD : energy >= 0.5 ? Ink.LIVELY : Ink.CALM;
                marks.add(
                        Mark.box(ink, from, STRIP, to - from - 1, STRIP_HEIGHT).saying(label));
                marks.add(Mark.text(Ink.LABEL, from + 4, STRIP + 13, to - from - 6, label));
            }
        }
    }

    private void track(Track track, int y) {
        var label = TrackType.label(track.type());
        marks.add(Mark.box(Ink.PAPER, SIDE, y - LABEL, 8.0 * label.length(), LABEL));
        marks.add(Mark.text(Ink.LABEL, SIDE, y - 4, 120, label));
        for (var segment : track.segments()) {
            segment(track, segment, y);
            boolean cut = track.is(TrackType.VIDEO) && segment.start() > 0 && segment.start() < length;
            if (cut) {
                marks.add(Mark.box(Ink.CUT, x(segment.start()) - 0.5, y + BAR + 1, 1.4, 6)
                        .saying(why(segment)));
            }
        }
    }

    private static String why(Segment segment) {
        var reason = segment.m().path("why").path("reason").asText("");
        return "cut at " + seconds(segment.start()) + " s" + (reason.isEmpty() ? "" : ", " + reason);
    }

    private void segment(Track track, Segment segment, int y) {
        double from = x(Math.clamp(segment.start(), 0, length));
        double width = Math.max(1.5, x(Math.clamp(segment.end(), 0, length)) - from - 1);
        var name = segment.text() != null ? segment.text() : segment.name() == null ? "" : segment.name();
        var times = seconds(segment.start()) + "-" + seconds(segment.end()) + " s";
        marks.add(
                Mark.box(ink(track), from, y, width, bar(track)).saying(name.isEmpty() ? times : name + ", " + times));
        if (track.is(TrackType.AUDIO)) {
            wave(segment, y);
        }
        if (width > 34 && !name.isEmpty()) {
            marks.add(Mark.text(Ink.INSIDE, from + 5, y + (track.is(TrackType.AUDIO) ? 13 : 20), width - 8, name));
        }
    }

    private static Ink ink(Track track) {
        return TrackType.of(track.type())
                .map(type -> switch (type) {
                    case VIDEO -> Ink.VIDEO;
                    case AUDIO -> Ink.AUDIO;
                    case TEXT -> Ink.TEXT;
                })
                .orElse(Ink.OTHER);
    }

    /** The stretch of the song's waveform that is heard, a bar for every pixel or so. */
    private void wave(Segment song, int y) {
        var peaks = heard.path("wave").path("peaks");
        double step = heard.path("wave").path("step").asDouble();
        if (peaks.isEmpty()
                || !(step > 0)
                || song.start() != timeline.segments(TrackType.AUDIO).getFirst().start()) {
            return;
        }
        double end = x(Math.min(song.end(), length));
        for (double at = x(Math.max(0, song.start())); at < end - 1; at += 2) {
            double ms = (at - SIDE) * length / (Picture.WIDTH - 2.0 * SIDE) - shift;
            int peak = (int) Math.clamp(ms / step, 0, peaks.size() - 1.0);
            double height = Math.max(1, Math.clamp(peaks.get(peak).asInt(), 0, 255) / 255.0 * (SOUND_BAR - 18));
            marks.add(Mark.box(Ink.WAVE, at, y + 16 + (SOUND_BAR - 18 - height) / 2, 1.3, height));
        }
    }

    private void drops() {
        for (var drop : heard.path("drops")) {
            long at = drop.path("at").asLong() + shift;
            if (at >= 0 && at <= length) {
                marks.add(Mark.box(Ink.DROP, x(at) - 0.8, STRIP - 4, 1.8, bottom - STRIP + 4)
                        .saying("drop at " + seconds(at) + " s"));
            }
        }
    }

    private double place(double ms) {
        return ms * (Picture.WIDTH - 2.0 * SIDE) / length;
    }

    private double x(long ms) {
        return SIDE + place(ms);
    }

    static String seconds(long ms) {
        return BigDecimal.valueOf(ms, 3)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
