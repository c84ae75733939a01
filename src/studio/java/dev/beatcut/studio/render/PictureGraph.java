package dev.beatcut.studio.render;

import static dev.beatcut.studio.ffmpeg.FilterText.number;

import dev.beatcut.studio.ffmpeg.FilterText;
import dev.beatcut.studio.ffmpeg.Pixels.Light;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The filters that turn some frames of a shot's source into exactly those at the film's size and rate. */
final class PictureGraph {

    private static final String BT709 = ":out_color_matrix=bt709:out_range=tv";

    private final Canvas canvas;
    private final StillMotion motion;
    private final Path tables;
    private final boolean fromItsStart;

    /**
     * @param tables folder of the tables of {@link #table}
     * @param fromItsStart whether a source that breaks off before the wanted time shows its last frame
     */
    PictureGraph(Canvas canvas, StillMotion motion, Path tables, boolean fromItsStart) {
        this.canvas = canvas;
        this.motion = motion;
        this.tables = tables;
        this.fromItsStart = fromItsStart;
    }

    /** Where the table for sources of such light lies. */
    static Path table(Path folder, Light light) {
        return folder.resolve("light-" + light.name().toLowerCase(Locale.ROOT) + ".cube");
    }

    /** @param in the input's label, such as {@code 0:v:0}; @param out the label that the frames get */
    String of(Layer layer, Source source, String in, String out) {
        var shot = layer.shot();
        var graph = source.isStill()
                ? still(layer, source, out)
                : join(
                        source.info().pixels().interlaced() ? "bwdif=deint=interlaced" : "",
                        timing(layer, source),
                        flat(source),
                        composed(shot, source, canvas.width(), canvas.height(), out));
        return "[" + in + "]" + graph + ",tpad=stop=-1:stop_mode=clone,trim=end_frame=" + layer.frames()
                + ",format=yuv420p,setsar=1[" + out + "]";
    }

    String black(long frames, String out) {
        return "color=c=black:s=" + canvas.width() + "x" + canvas.height() + ":r=" + canvas.rate()
                + ",format=yuv420p,setsar=1,trim=end_frame=" + frames + "[" + out + "]";
    }

    /** The source frame nearest before or at the middle of each frame of the film, on the grid of the source's own time. */
    private String timing(Layer layer, Source source) {
        var paced = "fps=" + canvas.rate() + ":start_time=";
        if (source.isPainted()) {
            return paced + "0";
        }
        if (!fromItsStart && !source.isGif()) {
            return paced + number(canvas.seconds(layer.wanted(source, canvas))) + ",setpts=PTS-STARTPTS";
        }
        return paced + "0,tpad=stop=-1:stop_mode=clone,trim=start_frame=" + layer.sourceFrame(canvas)
                + ",setpts=PTS-STARTPTS";
    }

    /** Over black where it is transparent. */
    private static String flat(Source source) {
        return source.info().pixels().transparent() ? "format=gbrap,premultiply=inplace=1,format=gbrp" : "";
    }

    private String composed(Shot shot, Source source, int width, int height, String label) {
        var light = source.info().pixels().light();
        return shot.blurred() ? overItsBlur(light, width, height, label) : cover(light, width, height);
    }

    /** Crops first, so that no pixel is scaled which nobody sees. */
    private String cover(Light light, int width, int height) {
        return "crop=w='min(iw\\,ih*" + width + "/" + height + "/sar)':h='min(ih\\,iw*sar*" + height + "/" + width
                + ")',scale=" + width + ":" + height + ":flags=bicubic" + standard(light) + ",setsar=1";
    }

    /** The end of a scaling that gives BT.709; high dynamic range is brought down after it, where there are fewer pixels. */
    private String standard(Light light) {
        return light == Light.SDR
                ? BT709 + ",format=yuv420p"
                : ":in_color_matrix=bt2020,format=gbrp10le,lut3d=file=" + FilterText.path(table(tables, light))
                        + ":interp=tetrahedral,scale=flags=bicubic" + BT709 + ",format=yuv420p";
    }

    /** The backdrop is blurred at a twelfth of its size: cheap, and smooth when enlarged. */
    private String overItsBlur(Light light, int width, int height, String label) {
        int smallWidth = Canvas.even(width / 12.0);
        int smallHeight = Canvas.even(height / 12.0);
        var fit = "scale=w='max(2\\,trunc(min(" + width + "\\," + height + "*dar)/2)*2)':h='max(2\\,trunc(min(" + height
                + "\\," + width + "/dar)/2)*2)':flags=bicubic" + standard(light) + ",setsar=1";
        return "split=2[" + label + "far][" + label + "near];[" + label + "far]"
                + cover(light, smallWidth, smallHeight)
                + ",gblur=sigma=3,drawbox=color=black@0.25:t=fill,scale=" + width + ":" + height
                + ":flags=bicubic,setsar=1[" + label + "back];[" + label + "near]" + fit + "[" + label + "front];["
                + label + "back][" + label + "front]overlay=x=(W-w)/2:y=(H-h)/2:format=yuv420";
    }

    private String still(Layer layer, Source source, String out) {
        var shot = layer.shot();
        var moves = !shot.move().isEmpty() && shot.frames() > 1;
        int width = moves ? motion.width() : canvas.width();
        int height = moves ? motion.height() : canvas.height();
        var rate = canvas.rate();
        var repeated = "loop=loop=-1:size=1,settb=" + rate.denominator() + "/" + rate.numerator() + ",setpts=N,fps="
                + rate + ":start_time=0";
        return join(
                flat(source),
                composed(shot, source, width, height, out),
                repeated,
                moves ? motion.filter(shot, layer.first()) : "");
    }

    private static String join(String... filters) {
        var said = new ArrayList<>(List.of(filters));
        said.removeIf(String::isEmpty);
        return String.join(",", said);
    }
}
