package dev.beatcut.studio.render;

import static dev.beatcut.studio.ffmpeg.FilterText.number;

import dev.beatcut.studio.ffmpeg.FilterText;
import dev.beatcut.studio.ffmpeg.UserMedia;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The inputs and the filter graph that give the frames of one chunk, with titles and fades, as {@code [v]}; in a graph
 * that gives several chunks, as {@code [v]} after the chunk's name there.
 */
final class ChunkCommand {

    private final Maker film;
    private final String name;
    private final long chunk;
    private final Canvas canvas;
    private final PictureGraph picture;
    private final Effects effects;
    private final boolean carefully;
    private final List<String> inputs = new ArrayList<>();
    private final List<String> recipe = new ArrayList<>();
    private final List<String> graph = new ArrayList<>();
    private final List<Runnable> paintings = new ArrayList<>();
    private int opened;

    /** What is the same for all chunks of a film. */
    record Maker(Canvas canvas, Sources sources, Titles titles, Ends ends, StillMotion motion, Path scratch) {

        /**
         * @param carefully reads sources from their start and lays shots over black: slow, but a source that breaks off
         *     before the wanted time then shows its last frame, or black, for as long as planned
         */
        ChunkCommand of(Chunk chunk, boolean carefully) {
            return new ChunkCommand(this, "", chunk.from(), carefully).of(chunk);
        }

        /** One whose input is there already as {@code [in]} after its name. */
        String graph(Chunk chunk, String name) {
            return new ChunkCommand(this, name, chunk.from(), false).of(chunk).graph();
        }

        /** What such graphs share: the source from where the first of them needs it on. */
        List<String> input(Chunk first) {
            var command = new ChunkCommand(this, "", first.from(), false);
            command.open(first.under(), sources.of(first.under().shot()));
            return command.inputs;
        }
    }

    private ChunkCommand(Maker film, String name, long chunk, boolean carefully) {
        this.film = film;
        this.name = name;
        this.chunk = chunk;
        this.canvas = film.canvas;
        this.picture = new PictureGraph(canvas, film.motion, film.scratch, carefully);
        this.effects = new Effects(canvas);
        this.carefully = carefully;
    }

    private ChunkCommand of(Chunk chunk) {
        var shown = name + "under";
        layer(chunk.under(), shown);
        if (chunk.over() != null) {
            layer(chunk.over(), "over");
            graph.add(effects.crossing(chunk.frames(), shown, "over", "crossed"));
            shown = "crossed";
        }
        var finish = new ArrayList<>(film.titles.filters(chunk.from(), chunk.to()));
        finish.addAll(film.ends.filters(chunk.from(), chunk.to()));
        finish.add("setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv");
        graph.add("[" + shown + "]" + String.join(",", finish) + "[" + name + "v]");
        return this;
    }

    List<String> inputs() {
        return inputs;
    }

    /** What has to be done before the inputs can be read. */
    void paint() {
        paintings.forEach(Runnable::run);
    }

    String graph() {
        return String.join(";\n", graph);
    }

    /** All that decides what the frames are: what is read, and what is done with it; no paths. */
    String recipe() {
        return String.join("\n", recipe) + "\n" + graph().replace(FilterText.path(film.scratch), "");
    }

    private void layer(Layer layer, String label) {
        var shot = layer.shot();
        var entrance = shot.entrance(canvas);
        var plain = layer.first() != 0 || entrance.frames() == 0 || entrance.isCrossfade();
        var raw = plain ? label : label + "raw";
        if (shot.isBlack() || !film.sources.of(shot).isSeen()) {
            graph.add(picture.black(layer.frames(), raw));
        } else {
            seen(layer, film.sources.of(shot), raw);
        }
        if (!plain) {
            graph.add(effects.entering(entrance, raw, label));
        }
    }

    private void seen(Layer layer, Source source, String label) {
        var in = name.isEmpty() ? opened++ + ":v:0" : name + "in";
        if (source.isPainted()) {
            paint(layer, source, label);
        } else {
            open(layer, source);
        }
        recipe.add(source.hash() + (source.isPainted() ? " " + layer.sourceFrame(canvas) : ""));
        if (!carefully) {
            graph.add(picture.of(layer, source, in, label));
            return;
        }
        graph.add(picture.of(layer, source, in, label + "top"));
        graph.add(picture.black(layer.frames(), label + "ground"));
        graph.add("[" + label + "ground][" + label + "top]overlay=eof_action=repeat:format=yuv420[" + label + "]");
    }

    private void paint(Layer layer, Source source, String label) {
        long from = layer.sourceFrame(canvas);
        var clip = film.scratch.resolve("painted-" + chunk + "-" + label + ".mp4");
        paintings.add(() ->
                source.painting().paint(from, layer.frames(), canvas.rate(), canvas.width(), canvas.height(), clip));
        inputs.addAll(List.of("-threads", "1", "-i", "file:" + clip));
    }

    /**
     * From the key frame on, not from the wanted time on: a source of few frames a second has no frame at that very
     * time, and the one before it is what should be seen.
     */
    private void open(Layer layer, Source source) {
        var info = source.info();
        inputs.addAll(List.of("-threads", "1"));
        if (source.isGif()) {
            inputs.addAll(List.of("-stream_loop", "-1"));
        } else if (!source.isStill() && !carefully) {
            inputs.addAll(List.of("-noaccurate_seek", "-ss", number(layer.sought(source, canvas))));
        }
        if (info.pixels().transparent() && ("vp8".equals(info.videoCodec()) || "vp9".equals(info.videoCodec()))) {
            // ffmpeg's own decoders do not see the alpha beside the picture
            inputs.addAll(List.of("-c:v", "vp9".equals(info.videoCodec()) ? "libvpx-vp9" : "libvpx"));
        }
        inputs.addAll(UserMedia.input(source.file(), info));
    }
}
