package dev.beatcut.studio.plan;

import java.util.List;

/**
 * When and where a title is seen. Null is "not said".
 *
 * @param fromMs on the timeline
 * @param durationMs {@link #WHOLE} for the whole film
 * @param atEnd it ends with the film
 * @param position such as {@code top-center}
 * @param color {@code #RRGGBB}
 * @param size {@code small}, {@code medium} or {@code large}; {@link #LARGER}, {@link #SMALLER}
 */
record TitleLook(Long fromMs, Long durationMs, boolean atEnd, String position, String color, String size) {

    private static final List<String> SIZES = List.of("small", "medium", "large");

    static final long WHOLE = Long.MAX_VALUE;
    /** One step up or down from the size that a title has. */
    static final String LARGER = "larger";

    static final String SMALLER = "smaller";

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

    /** @param now the size of the title that is there, empty for the usual one */
    String sizeAfter(String now) {
        int at = Math.max(0, SIZES.indexOf(now.isEmpty() ? "medium" : now));
        return switch (size) {
            case null -> null;
            case LARGER -> SIZES.get(Math.min(SIZES.size() - 1, at + 1));
            case SMALLER -> SIZES.get(Math.max(0, at - 1));
            default -> size;
        };
    }

    boolean isUnsaid() {
        return equals(UNSAID);
    }
}
