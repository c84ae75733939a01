package dev.beatcut.studio.wire;

/** How lines of a stream end (§4.3). */
enum LineEnd implements Aspect {
    LF("\n"),
    CRLF("\r\n"),
    CR("\r");

    private final String characters;

    LineEnd(String characters) {
        this.characters = characters;
    }

    String characters() {
        return characters;
    }
}
