package dev.beatcut.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Locale;
import java.util.stream.LongStream;

/** A timeline as an SVG: a row a track, a bar a segment, the song's beats as ticks, seconds below. */
public final class Picture {

    private static final int WIDTH = 960;
    private static final int LEFT = 96;
    private static final int RIGHT = 16;
    private static final int TOP = 44;
    private static final int ROW = 40;
    private static final int BAR = 30;
    private static final int AXIS = 34;
    private static final long[] STEPS = {100, 200, 500, 1000, 2000, 5000, 10_000, 30_000, 60_000, 300_000, 600_000};

    private static final String STYLE = """
            <style>
            text{font:12px system-ui,sans-serif;fill:#1d2330}
            .head{font-weight:600;font-size:14px}.axis{fill:#5b6475;font-size:11px}.in{fill:#fff;font-size:11px}
            .grid{stroke:#dde1e8}.beat{stroke:#c9ced8}.bar{stroke:#8d96a7}
            .video{fill:#3867d6}.audio{fill:#20846a}.text{fill:#a1457f}.other{fill:#5b6475}
            </style>
            """;

    private final Timeline timeline;
    private final StringBuilder svg = new StringBuilder();
    private final long length;
    private final int bottom;
    private int clips;

    private Picture(Timeline timeline) {
        this.timeline = timeline;
        this.length = Math.max(1, timeline.length());
        this.bottom = TOP + Math.max(1, timeline.tracks().size()) * ROW;
    }

    /** A whole SVG document; every text in it is escaped. */
    public static String of(Timeline timeline) {
        return new Picture(timeline).draw();
    }

    private String draw() {
        int height = bottom + AXIS;
        write(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">%n",
                WIDTH, height, WIDTH, height);
        write("<title>%s</title>%n", escaped(Summary.of(timeline)));
        svg.append(STYLE);
        write("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>%n", WIDTH, height);
        write("<text class=\"head\" x=\"%d\" y=\"26\">%s</text>%n", RIGHT, escaped(heading()));
        axis();
        beats();
        for (int i = 0; i < timeline.tracks().size(); i++) {
            track(timeline.tracks().get(i), TOP + i * ROW);
        }
        return svg.append("</svg>\n").toString();
    }

    private String heading() {
        var title = timeline.m().path("title").asText("");
        var size = timeline.width() > 0 ? timeline.width() + "×" + timeline.height() + " · " : "";
        return (title.isBlank() ? "Timeline" : title) + " · " + size + seconds(timeline.length()) + " s";
    }

    private void axis() {
        long step =
                LongStream.of(STEPS).filter(ms -> length / ms <= 12).findFirst().orElse(length);
        for (long at = 0; at <= length; at += step) {
            write("<line class=\"grid\" x1=\"%s\" y1=\"%d\" x2=\"%1$s\" y2=\"%3$d\"/>%n", x(at), TOP - 4, bottom);
            write(
                    "<text class=\"axis\" x=\"%s\" y=\"%d\" text-anchor=\"middle\">%s s</text>%n",
                    x(at), bottom + 18, seconds(at));
        }
    }

    /** Beats are told in the song: the first sound segment says where on the timeline that is. */
    private void beats() {
        var songs = timeline.segments(TrackType.AUDIO);
        var known = timeline.m().path("beats");
        if (songs.isEmpty() || !known.path("beats").isArray()) {
            return;
        }
        var song = songs.getFirst();
        long shift = song.start() - (song.sourceStart() == null ? 0 : song.sourceStart());
        var downbeats = new HashSet<Integer>();
        known.path("downbeats").forEach(index -> downbeats.add(index.asInt()));
        int index = 0;
        for (JsonNode beat : known.path("beats")) {
            tick(beat.asLong() + shift, downbeats.contains(index++));
        }
    }

    private void tick(long at, boolean downbeat) {
        if (at >= 0 && at <= length) {
            write(
                    "<line class=\"%s\" x1=\"%s\" y1=\"%d\" x2=\"%2$s\" y2=\"%4$d\"/>%n",
                    downbeat ? "bar" : "beat", x(at), downbeat ? TOP - 8 : TOP - 4, bottom);
        }
    }

    private void track(Track track, int y) {
        write("<text x=\"%d\" y=\"%d\">%s</text>%n", RIGHT, y + 20, escaped(TrackType.label(track.type())));
        var look = TrackType.of(track.type())
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .orElse("other");
        track.segments().forEach(segment -> bar(segment, look, y));
    }

    private void bar(Segment segment, String look, int y) {
        double from = place(Math.min(segment.start(), length));
        double width = Math.max(2, place(Math.min(segment.end(), length)) - from - 1);
        var name = segment.text() != null ? segment.text() : segment.name() == null ? "" : segment.name();
        var times = seconds(segment.start()) + "-" + seconds(segment.end()) + " s";
        write(
                "<rect class=\"%s\" x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\" rx=\"3\"><title>%s</title></rect>%n",
                look, number(from), y, number(width), BAR, escaped(name.isEmpty() ? times : name + ", " + times));
        if (width > 36 && !name.isEmpty()) {
            int clip = clips++;
            write(
                    "<clipPath id=\"c%d\"><rect x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\"/></clipPath>%n",
                    clip, number(from), y, number(width - 6), BAR);
            write(
                    "<text class=\"in\" x=\"%s\" y=\"%d\" clip-path=\"url(#c%d)\">%s</text>%n",
                    number(from + 6), y + 19, clip, escaped(name));
        }
    }

    private double place(long ms) {
        return LEFT + (double) ms * (WIDTH - LEFT - RIGHT) / length;
    }

    private String x(long ms) {
        return number(place(ms));
    }

    private void write(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    private static String seconds(long ms) {
        return BigDecimal.valueOf(ms, 3)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Also leaves out what XML does not allow. */
    private static String escaped(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
