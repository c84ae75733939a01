package dev.beatcut.studio.render;

import dev.beatcut.studio.ffmpeg.MediaInfo;
import dev.beatcut.studio.render.Sources.Source;
import java.util.ArrayList;
import java.util.List;

/** The filters that turn one shot's source into exactly its frames at the film's size and rate. */
final class PictureGraph {

    private static final String BT709 = ":out_color_matrix=bt709:out_range=tv";

    private final Canvas canvas;
    private final StillMotion motion;
    private final boolean fromItsStart;

    /** @param fromItsStart whether sources are read from their start, and not from near the wanted time */
    PictureGraph(Canvas canvas, StillMotion motion, boolean fromItsStart) {
        this.canvas = canvas;
        this.motion = motion;
        this.fromItsStart = fromItsStart;
    }

    /** @param in the input's label, such as {@code 0:v:0}; @param out the label that the frames get */
    String of(Shot shot, Source source, String in, String out) {
        var graph = "[" + in + "]";
        if (source.info().kind() == MediaInfo.Kind.IMAGE) {
            graph += still(shot, source, out);
        } else {
            graph += join(timing(shot, source), flat(source), composed(shot, canvas.width(), canvas.height(), out));
        }
        return graph + ",tpad=stop=-1:stop_mode=clone,trim=end_frame=" + shot.frames() + ",format=yuv420p,setsar=1["
                + out + "]";
    }

    String black(long frames, String out) {
        return "color=c=black:s=" + canvas.width() + "x" + canvas.height() + ":r=" + canvas.rate()
                + ",format=yuv420p,setsar=1,trim=end_frame=" + frames + "[" + out + "]";
    }

    /** Frames before 0 are the way from the key frame to the wanted time; the last of them is what is seen at 0. */
    private String timing(Shot shot, Source source) {
        var paced = "fps=" + canvas.rate() + ":start_time=0";
        if (!fromItsStart && !source.isGif()) {
            return paced;
        }
        long skip = Math.round(shot.sourceSeconds(canvas) * canvas.rate().perSecond());
        return paced + ",tpad=stop=-1:stop_mode=clone,trim=start_frame=" + skip + ",setpts=PTS-STARTPTS";
    }

    /** Over black where it is transparent. */
    private static String flat(Source source) {
        return source.mayBeTransparent() ? "format=gbrap,premultiply=inplace=1,format=gbrp" : "";
    }

    private String composed(Shot shot, int width, int height, String label) {
        return shot.blurred() ? overItsBlur(width, height, label) : cover(width, height);
    }

    /** Crops first, so that no pixel is scaled which nobody sees. */
    private static String cover(int width, int height) {
        return "crop=w='min(iw\\,ih*" + width + "/" + height + "/sar)':h='min(ih\\,iw*sar*" + height + "/" + width
                + ")',scale=" + width + ":" + height + ":flags=bicubic" + BT709 + ",format=yuv420p,setsar=1";
    }

    /** The backdrop is blurred at a twelfth of its size: cheap, and smooth when enlarged. */
    private static String overItsBlur(int width, int height, String label) {
        int smallWidth = Canvas.even(width / 12.0);
        int smallHeight = Canvas.even(height / 12.0);
        var fit = "scale=w='max(2\\,trunc(min(" + width + "\\," + height + "*dar)/2)*2)':h='max(2\\,trunc(min(" + height
                + "\\," + width + "/dar)/2)*2)':flags=bicubic" + BT709 + ",format=yuv420p,setsar=1";
        return "split=2[" + label + "far][" + label + "near];[" + label + "far]" + cover(smallWidth, smallHeight)
                + ",gblur=sigma=3,drawbox=color=black@0.25:t=fill,scale=" + width + ":" + height
                + ":flags=bicubic,setsar=1[" + label + "back];[" + label + "near]" + fit + "[" + label + "front];["
                + label + "back][" + label + "front]overlay=x=(W-w)/2:y=(H-h)/2:format=yuv420";
    }

    private String still(Shot shot, Source source, String out) {
        var moves = !shot.move().isEmpty() && shot.frames() > 1;
        int width = moves ? motion.width() : canvas.width();
        int height = moves ? motion.height() : canvas.height();
        var rate = canvas.rate();
        var repeated = "loop=loop=-1:size=1,settb=" + rate.denominator() + "/" + rate.numerator() + ",setpts=N,fps="
                + rate + ":start_time=0";
        return join(flat(source), composed(shot, width, height, out), repeated, moves ? motion.filter(shot) : "");
    }

    private static String join(String... filters) {
        var said = new ArrayList<>(List.of(filters));
        said.removeIf(String::isEmpty);
        return String.join(",", said);
    }
}
