package dev.beatcut.studio.plan;

import dev.beatcut.timeline.Timeline;

/** How often a film cuts, in words. */
record Rhythms(Speech speech) {

    /** To follow "12 cuts". */
    String of(Timeline film) {
        var every = film.m().path("every");
        if (every.isMissingNode()) {
            return say("on the beats, more of them where the song is loud,", "按节拍剪切，越激烈的地方切得越快");
        }
        if (every.has("ms")) {
            return say(
                    "about every " + Speech.seconds(every.path("ms").asLong()) + " seconds",
                    "大约每 " + Speech.seconds(every.path("ms").asLong()) + " 秒切一次");
        }
        boolean bars = every.has("bars");
        int n = every.path(bars ? "bars" : "beats").asInt();
        return say(
                (bars && n == 1
                        ? "on the first beat of every bar"
                        : "on every " + (n == 1 ? "" : ordinal(n) + " ") + (bars ? "bar" : "beat")),
                n == 1 ? (bars ? "每小节切一次" : "每拍切一次") : "每 " + n + (bars ? " 小节" : " 拍") + "切一次");
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
