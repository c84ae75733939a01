package dev.beatcut.studio.plan;

import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;

/** What is said of music that was placed under a video that stays as it is. */
record Placements(Speech speech) {

    String of(Timeline film, Material song) {
        var placed = Placed.read(film.m());
        var audio = film.segments(TrackType.AUDIO).getFirst();
        var name = speech.quoted(Cutter.bareName(song.name()));
        var begin = speech.say(
                "The video stays as it is, " + Speech.lasting(film.length()) + ", and " + name
                        + " lies under it from "
                        + Speech.seconds(audio.start()) + " to " + Speech.lasting(audio.end()) + ", begun at "
                        + Speech.lasting(audio.sourceStart()) + " of the song",
                "视频保持原样，长 " + Speech.seconds(film.length()) + " 秒；" + name + "从第 " + Speech.seconds(audio.start())
                        + " 到 " + Speech.seconds(audio.end()) + " 秒，取自歌曲第 " + Speech.seconds(audio.sourceStart())
                        + " 秒起");
        return begin + met(placed) + drop(placed) + speech.say(".", "。");
    }

    private String met(Placed placed) {
        if (placed.cuts() > 0) {
            return speech.say(
                    ": " + placed.cutsMet() + " of the video's " + Speech.count(placed.cuts(), "cut") + " meet"
                            + (placed.cutsMet() == 1 ? "s" : "") + " a beat",
                    "：视频的 " + placed.cuts() + " 处剪切中有 " + placed.cutsMet() + " 处落在节拍上");
        }
        return placed.peaks() == 0
                ? ""
                : speech.say(
                        ": " + placed.peaksMet() + " of its " + Speech.count(placed.peaks(), "motion peak") + " meet"
                                + (placed.peaksMet() == 1 ? "s" : "") + " a beat",
                        "：" + placed.peaks() + " 个动作高点中有 " + placed.peaksMet() + " 个落在节拍上");
    }

    private String drop(Placed placed) {
        return placed.dropMs() < 0
                ? ""
                : speech.say(
                        ", and the drop comes at " + Speech.lasting(placed.dropMs()) + "",
                        "，高潮落点在第 " + Speech.seconds(placed.dropMs()) + " 秒");
    }
}
