package dev.beatcut.studio.render;

import static dev.beatcut.studio.render.FilterText.number;

import dev.beatcut.studio.ffmpeg.MediaInfo;
import dev.beatcut.studio.render.Sources.Source;
import java.util.ArrayList;
import java.util.List;

/** The arguments and the filter graph that render one reel: its picture with titles, and the clips' own sound. */
final class ReelCommand {

    private final Canvas canvas;
    private final Sources sources;
    private final Titles titles;
    private final PictureGraph picture;
    private final List<String> inputs = new ArrayList<>();
    private final List<String> graph = new ArrayList<>();
    private final boolean carefully;
    private int opened;

    /** @param carefully reads sources from their start and lays shots over black: slow, but a source that breaks off
     *     before the wanted time then shows its last frame, or black, for as long as planned */
    ReelCommand(Canvas canvas, Sources sources, Titles titles, StillMotion motion, boolean carefully) {
        this.canvas = canvas;
        this.picture = new PictureGraph(canvas, motion, carefully);
        this.sources = sources;
        this.titles = titles;
        this.carefully = carefully;
    }

    List<String> inputs() {
        return inputs;
    }

    /** Gives {@code [v]}, and {@code [a]} when the reel has sound. */
    String graph(Reel reel, boolean withSound) {
        var joined = new StringBuilder();
        for (int i = 0; i < reel.shots().size(); i++) {
            shot(reel.shots().get(i), i, withSound);
            joined.append("[v").append(i).append(']').append(withSound ? "[a" + i + "]" : "");
        }
        var shots = "concat=n=" + reel.shots().size() + ":v=1:a=" + (withSound ? 1 : 0);
        var finish = new ArrayList<>(titles.filters(reel.from(), reel.to()));
        finish.add("setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv");
        graph.add(joined + shots + "[joined]" + (withSound ? "[a]" : ""));
        graph.add("[joined]" + String.join(",", finish) + "[v]");
        return String.join(";\n", graph);
    }

    private void shot(Shot shot, int index, boolean withSound) {
        var source = shot.segment() == null ? null : sources.of(shot.segment().src());
        var seen = source != null && source.info().kind() != MediaInfo.Kind.AUDIO;
        var heard = withSound && source != null && source.info().hasSound() && shot.gain() > 0;
        if (seen || heard) {
            open(shot, source);
        }
        if (!seen) {
            graph.add(picture.black(shot.frames(), "v" + index));
        } else if (carefully) {
            graph.add(picture.of(shot, source, opened - 1 + ":v:0", "over" + index));
            graph.add(picture.black(shot.frames(), "under" + index));
            graph.add("[under" + index + "][over" + index + "]overlay=eof_action=repeat:format=yuv420[v" + index + "]");
        } else {
            graph.add(picture.of(shot, source, opened - 1 + ":v:0", "v" + index));
        }
        if (withSound) {
            graph.add((heard ? ownSound(shot) : silence(shot)) + "[a" + index + "]");
        }
    }

    /**
     * From the key frame on, not from the wanted time on: a source of few frames a second has no frame at that very
     * time, and the one before it is what should be seen.
     */
    private void open(Shot shot, Source source) {
        if (source.isGif()) {
            inputs.addAll(List.of("-stream_loop", "-1"));
        } else if (source.info().kind() != MediaInfo.Kind.IMAGE && !carefully) {
            double last = Math.max(0, source.info().durationMs() - 100) / 1000.0;
            double seek = Math.min(shot.sourceSeconds(canvas), last);
            if (seek > 0) {
                inputs.addAll(List.of("-noaccurate_seek", "-ss", number(seek)));
            }
        }
        inputs.addAll(List.of("-threads", "2", "-i", "file:" + source.file()));
        opened++;
    }

    /** Exactly as long as the shot, with edges too short to hear that take the clicks away. */
    private String ownSound(Shot shot) {
        long samples = samples(shot);
        double seconds = (double) samples / Canvas.SOUND_RATE;
        double edge = Math.min(0.005, seconds / 4);
        var start = carefully ? number(shot.sourceSeconds(canvas)) : "0";
        return "[" + (opened - 1) + ":a:0]atrim=start=" + start + ",asetpts=PTS-" + start + "/TB,aresample="
                + Canvas.SOUND_RATE
                + ":async=1:first_pts=0:min_hard_comp=0.01,aformat=sample_fmts=flt:channel_layouts=stereo,apad=whole_len="
                + samples + ",atrim=end_sample=" + samples + ",asetpts=N/SR/TB,volume=" + number(shot.gain())
                + ",afade=t=in:d=" + number(edge) + ",afade=t=out:st=" + number(seconds - edge) + ":d=" + number(edge);
    }

    private String silence(Shot shot) {
        return "anullsrc=r=" + Canvas.SOUND_RATE + ":cl=stereo,aformat=sample_fmts=flt,atrim=end_sample="
                + samples(shot);
    }

    private long samples(Shot shot) {
        return canvas.sampleAt(shot.to()) - canvas.sampleAt(shot.from());
    }
}
