package dev.beatcut.studio.plan;

/** The frames that a film can have. */
enum Shape {
    VERTICAL(1080, 1920),
    WIDE(1920, 1080),
    SQUARE(1080, 1080),
    FEED(1080, 1350);

    private final int width;
    private final int height;

    Shape(int width, int height) {
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }
}
