package dev.beatcut.studio.plan;

/** How one shot gives way to the next. */
enum TransitionKind {
    CUT(null),
    FLASH("flash"),
    CROSSFADE("crossfade"),
    ZOOM_PUNCH("zoom-punch");

    private final String type;

    TransitionKind(String type) {
        this.type = type;
    }

    /** Its name in drafts; null for a straight cut, which a draft does not mention. */
    String type() {
        return type;
    }
}
