package dev.beatcut.nemo;

import java.util.Locale;

/** The text of one model call: its deltas as they come, then the whole of it. */
final class ModelText {

    private static final String NOISE = "i encountered a temporary issue";
    private static final int MOST_DECORATION = 16;
    private static final String GOES_ON = " ,.;:!?%)，。；：！？、）";

    private final String voice;
    private final StringBuilder said = new StringBuilder();
    private int shown;
    private boolean whole;

    ModelText(String voice) {
        this.voice = voice;
    }

    String text() {
        return said.toString();
    }

    int length() {
        return said.length();
    }

    void add(String piece) {
        said.append(piece);
    }

    /** {@code text} replaces the deltas; where it repeats what was shown only the rest is still to be shown. */
    void end(String text) {
        var before = said.substring(0, shown);
        if (before.startsWith(text)) {
            shown = text.length();
        } else if (!text.startsWith(before)) {
            var leading = text.length() - text.stripLeading().length();
            shown = text.startsWith(before.strip(), leading)
                    ? leading + before.strip().length()
                    : 0;
        }
        said.setLength(0);
        said.append(text);
        whole = true;
    }

    /** No final text will come for its deltas. */
    void end() {
        whole = true;
    }

    boolean isWhole() {
        return whole;
    }

    boolean isShown() {
        return shown > 0;
    }

    /** What may be shown now and was not yet. */
    String unshown() {
        if (isBlank() || (whole ? isNoise() : !isShown() && mayBeNoise())) {
            return "";
        }
        var next = said.substring(shown);
        shown = said.length();
        return next;
    }

    boolean isBlank() {
        return said.chars().allMatch(Character::isWhitespace);
    }

    /** Whether {@code next} is no reply of its own but goes on in the middle of this one's sentence. */
    boolean goesOnWith(String voice, String next) {
        return this.voice.equals(voice)
                && !said.isEmpty()
                && !next.isBlank()
                && (said.charAt(said.length() - 1) == ' ' || GOES_ON.indexOf(next.charAt(0)) >= 0);
    }

    /** The "temporary issue" text that some servers add to a turn that went well. */
    boolean isNoise() {
        return mayBeNoise() && said.length() - decoration() >= NOISE.length();
    }

    boolean mayBeNoise() {
        var from = decoration();
        var start = said.substring(from, Math.min(said.length(), from + NOISE.length()));
        return from <= MOST_DECORATION && NOISE.startsWith(start.toLowerCase(Locale.ROOT));
    }

    /** How many characters stand before the first letter, as far as it matters. */
    private int decoration() {
        var at = 0;
        while (at < said.length() && at <= MOST_DECORATION && !Character.isLetter(said.charAt(at))) {
            at++;
        }
        return at;
    }
}
