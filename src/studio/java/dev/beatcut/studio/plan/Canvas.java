package dev.beatcut.studio.plan;

import java.util.List;

/** The frame of a film: as asked or as it was, else the shape that most of the pictures have. */
record Canvas(int width, int height) {

    static Canvas of(Brief brief, List<Material> pictures) {
        if (brief.width() > 0 && brief.height() > 0) {
            return new Canvas(brief.width(), brief.height());
        }
        long upright = pictures.stream().filter(p -> p.height() > p.width()).count();
        long square = pictures.stream().filter(p -> p.height() == p.width()).count();
        var shape = 2 * upright > pictures.size()
                ? Shape.VERTICAL
                : 2 * square > pictures.size() ? Shape.SQUARE : Shape.WIDE;
        return new Canvas(shape.width(), shape.height());
    }
}
