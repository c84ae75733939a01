package dev.beatcut.studio.render;

/** How large a film is: its shorter side, and its longer one at most 16/9 of that. */
public enum Resolution {
    P480("480p", 480),
    P720("720p", 720),
    P1080("1080p", 1080),
    /** Only where most of the film's sources have that many pixels. */
    UHD("4k", 2160);

    private final String word;
    private final int shorter;

    Resolution(String word, int shorter) {
        this.word = word;
        this.shorter = shorter;
    }

    public String word() {
        return word;
    }

    int shorter() {
        return shorter;
    }

    int longest() {
        return (int) Math.round(shorter * 16 / 9.0);
    }
}
