package dev.beatcut.studio.plan;

/**
 * When and where a title is seen. Null is "not said".
 *
 * @param fromMs on the timeline
 * @param durationMs {@link #WHOLE} for the whole film
 * @param atEnd it ends with the film
 * @param position such as {@code top-center}
 * @param color {@code #RRGGBB}
 * @param size {@code small}, {@code medium} or {@code large}
 */
record TitleLook(Long fromMs, Long durationMs, boolean atEnd, String position, String color, String size) {

    static final long WHOLE = Long.MAX_VALUE;
    static final TitleLook UNSAID = new TitleLook(null, null, false, null, null, null);

    TitleLook lasting(long ms) {
        return new TitleLook(fromMs, ms, atEnd, position, color, size);
    }

    TitleLook from(long ms) {
        return new TitleLook(ms, durationMs, atEnd, position, color, size);
    }

    TitleLook atTheEnd() {
        return new TitleLook(null, durationMs, true, position, color, size);
    }

    TitleLook placed(String where) {
        return new TitleLook(fromMs, durationMs, atEnd, where, color, size);
    }

    TitleLook coloured(String hex) {
        return new TitleLook(fromMs, durationMs, atEnd, position, hex, size);
    }

    TitleLook sized(String how) {
        return new TitleLook(fromMs, durationMs, atEnd, position, color, how);
    }

    boolean isUnsaid() {
        return equals(UNSAID);
    }
}
