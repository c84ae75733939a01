package dev.beatcut.studio.render;

import static dev.beatcut.studio.ffmpeg.FilterText.number;

import dev.beatcut.studio.ffmpeg.FilterText;
import dev.beatcut.timeline.Segment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A text over frames {@code [from, to)} of the film.
 *
 * @param files one per line, holding its words
 */
record Title(Segment segment, long from, long to, TitleLines text, List<Path> files) {

    private static final double LINE_HEIGHT = 1.25;
    private static final double ASCENT = 0.98;
    private static final double FADE_SECONDS = 0.3;

    /** What the apps lay over the picture (names, buttons) stays clear of the title on a vertical film. */
    private static double marginTop(Canvas canvas) {
        return canvas.height() * (canvas.height() > canvas.width() ? 0.12 : 0.08);
    }

    private static double marginBottom(Canvas canvas) {
        return canvas.height() * (canvas.height() > canvas.width() ? 0.18 : 0.08);
    }

    static double marginSide(Canvas canvas) {
        return canvas.width() * 0.08;
    }

    static double size(Segment segment, Canvas canvas) {
        return canvas.shorter()
                * switch (segment.m().path("size").asText()) {
                    case "small" -> 0.05;
                    case "large" -> 0.11;
                    default -> 0.09;
                };
    }

    boolean isIn(long first, long end) {
        return from < end && to > first;
    }

    /** Filters that draw it on a stretch of the film whose first frame is {@code first}. */
    List<String> filters(Canvas canvas, Path font, long first) {
        var filters = new ArrayList<String>();
        double top = top(canvas);
        for (int i = 0; i < files.size(); i++) {
            long baseline = Math.round(top + text.size() * (i * LINE_HEIGHT + ASCENT));
            filters.add("drawtext=fontfile=" + FilterText.path(font) + ":textfile=" + FilterText.path(files.get(i))
                    + ":expansion=none:y_align=baseline:fontsize=" + text.size() + look() + ":x=" + x(canvas) + ":y="
                    + baseline + when(canvas, first));
        }
        return filters;
    }

    private String look() {
        var said = segment.m().path("color").asText("");
        var color = said.matches("#[0-9A-Fa-f]{6}") ? said.substring(1) : "FFFFFF";
        var edge = luma(Integer.parseInt(color, 16)) > 90 ? "black" : "white";
        return ":fontcolor=0x" + color + ":borderw=" + Math.max(1, Math.round(text.size() * 0.05)) + ":bordercolor="
                + edge + "@0.75:shadowcolor=" + edge + "@0.45:shadowx=0:shadowy="
                + Math.max(1, Math.round(text.size() * 0.06));
    }

    private static double luma(int rgb) {
        return 0.2126 * (rgb >> 16 & 255) + 0.7152 * (rgb >> 8 & 255) + 0.0722 * (rgb & 255);
    }

    private String x(Canvas canvas) {
        var position = segment.m().path("position").asText();
        long margin = Math.round(marginSide(canvas));
        return position.endsWith("left")
                ? "" + margin
                : position.endsWith("right") ? "w-text_w-" + margin : "(w-text_w)/2";
    }

    private double top(Canvas canvas) {
        var position = segment.m().path("position").asText();
        double height = files.size() * LINE_HEIGHT * text.size();
        return position.startsWith("top")
                ? marginTop(canvas)
                : position.startsWith("bottom")
                        ? canvas.height() - marginBottom(canvas) - height
                        : (canvas.height() - height) / 2;
    }

    private String when(Canvas canvas, long first) {
        double half = canvas.seconds(1) / 2;
        var start = number(canvas.seconds(from - first) - half);
        var end = number(canvas.seconds(to - first) - half);
        double fade = Math.min(FADE_SECONDS, canvas.seconds(to - from) / 3);
        var in = fades("anim_in") ? "(t-(" + start + "))/" + number(fade) : "1";
        var out = fades("anim_out") ? "(" + end + "-t)/" + number(fade) : "1";
        return ":alpha='clip(min(" + in + "\\," + out + ")\\,0\\,1)':enable='gte(t\\," + start + ")*lt(t\\," + end
                + ")'";
    }

    private boolean fades(String key) {
        return "fade".equals(segment.m().path(key).asText("fade"));
    }
}
