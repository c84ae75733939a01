package dev.beatcut.studio.plan;

import dev.beatcut.timeline.Timeline;

/** How often a film cuts, in words. */
record Rhythms(Speech speech) {

    /** To follow "12 cuts". */
    String of(Timeline film) {
        return of(Brief.density(film.m().path("every")));
    }

    String of(Density density) {
        return switch (density) {
            case null -> say("on the beats, more of them where the song is loud,", "按节拍剪切，越激烈的地方切得越快");
            case Density.Time(long ms) ->
                say("about every " + Speech.lasting(ms), "大约每 " + Speech.seconds(ms) + " 秒切一次");
            case Density.Bars(int n) ->
                n == 1
                        ? say("on the first beat of every bar", "每小节切一次")
                        : say("on every " + ordinal(n) + " bar", "每 " + n + " 小节切一次");
            case Density.Beats(int n) ->
                n == 1 ? say("on every beat", "每拍切一次") : say("on every " + ordinal(n) + " beat", "每 " + n + " 拍切一次");
        };
    }

    private static String ordinal(int n) {
        return switch (n) {
            case 2 -> "second";
            case 3 -> "third";
            case 4 -> "fourth";
            default -> n + "th";
        };
    }

    private String say(String english, String chinese) {
        return speech.say(english, chinese);
    }
}
