package dev.beatcut.studio.visual;

import java.util.List;

/** What is drawn. Each has a few views, and to cut from one to another is a cut that is seen. */
public enum Style {
    HALO(new Halo(), new View(1, 0, 0, 0), new View(1.9, 0.35, -0.75, 0.31), new View(0.62, -0.2, 0.1, -0.2)),
    SILK(new Silk(), new View(1, 0.06, 0, 0), new View(1.7, -0.3, 0.2, 0.17), new View(0.75, 0.9, 0, 0)),
    TUNNEL(new Tunnel(), new View(1, 0, 0, -0.11), new View(1.3, 0.5, 0.5, 0.45), new View(0.85, -0.7, -0.45, -0.42)),
    GALAXY(new Galaxy(), new View(1, 0, 0, 0), new View(1.9, 0.6, 0.45, 0.11), new View(0.72, -0.9, -0.1, 0.11)),
    HORIZON(new Horizon(), new View(1, 0, 0, 0.06), new View(1.5, -0.05, 0.1, 0.2), new View(0.8, 0.07, 0, -0.14));

    final Scene scene;
    final List<View> views;

    Style(Scene scene, View... views) {
        this.scene = scene;
        this.views = List.of(views);
    }
}
