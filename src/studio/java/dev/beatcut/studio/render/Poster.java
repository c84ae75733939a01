package dev.beatcut.studio.render;

import dev.beatcut.studio.ffmpeg.Ffmpeg;
import java.nio.file.Path;
import java.util.List;

/** One frame that stands for the film: much to see, sharp, and not in the middle of a transition. */
final class Poster {

    /** Where a picture has just come in, or is about to go. */
    private static final int EDGE = 3;

    private Poster() {}

    /** @return the frame of the film, and with it the piece and the frame in that */
    static Path take(Ffmpeg ffmpeg, List<Piece> pieces, List<Sight> sights, Canvas canvas, Path scratch) {
        double most = -1;
        var best = pieces.getFirst();
        int at = 0;
        for (int i = 0; i < pieces.size(); i++) {
            var interest = sights.get(i).interest();
            for (int n = 0; n < interest.length; n++) {
                double worth = worth(pieces.get(i).chunk(), n, interest[n], canvas);
                if (worth > most) {
                    most = worth;
                    best = pieces.get(i);
                    at = n;
                }
            }
        }
        var poster = scratch.resolve("poster.jpg");
        ffmpeg.run(List.of(
                "-i",
                "" + best.file(),
                "-vf",
                "select=eq(n\\," + at + "),scale=out_color_matrix=bt601:out_range=pc,format=yuvj420p",
                "-frames:v",
                "1",
                "-update",
                "1",
                "-fps_mode",
                "passthrough",
                "-q:v",
                "3",
                "-fflags",
                "+bitexact",
                "-flags:v",
                "+bitexact",
                "" + poster));
        return poster;
    }

    private static double worth(Chunk chunk, int frame, double interest, Canvas canvas) {
        long inShot = chunk.under().first() + frame;
        var shot = chunk.under().shot();
        long quiet = Math.max(EDGE, shot.entrance(canvas).frames());
        var inTransition = chunk.over() != null || inShot < quiet || inShot >= shot.frames() - EDGE;
        long film = chunk.from() + frame;
        // people expect a frame out of the film, not its first or last breath
        var inMiddle = film > canvas.frames() / 10 && film < canvas.frames() * 9 / 10;
        return interest * (inTransition ? 0.2 : 1) * (inMiddle ? 1 : 0.7);
    }
}
