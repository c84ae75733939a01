package dev.beatcut.studio.plan;

/** What the parts of a song are called in replies. */
final class PartNames {

    private PartNames() {}

    static String in(Part part, Language language) {
        return switch (part) {
            case INTRO -> language.choose("intro", "前奏");
            case CALM -> language.choose("calm parts", "舒缓段落");
            case BUILD -> language.choose("build-up", "铺垫段");
            case DROP -> language.choose("drop", "爆点段");
            case CHORUS -> language.choose("chorus", "副歌");
            case BREAK -> language.choose("break", "间奏");
            case OUTRO -> language.choose("outro", "尾奏");
        };
    }
}
