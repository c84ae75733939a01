package dev.beatcut.studio.plan;

/**
 * Something in a video that music can meet.
 *
 * @param ms in the film
 * @param weight how much it strikes, 0 to 1
 */
record PictureEvent(long ms, double weight, boolean cut) {

    String reason() {
        return cut ? "scene cut" : "motion peak";
    }
}
