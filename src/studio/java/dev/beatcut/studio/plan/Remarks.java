package dev.beatcut.studio.plan;

import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;
import java.util.HashSet;
import java.util.List;

/** What a caller should know where a film is not quite as asked, or where something was chosen for him. */
final class Remarks {

    private final Speech speech;
    private final Instruction instruction;
    private final Timeline film;
    private final Brief brief;
    private final Material song;
    private final Request request;

    Remarks(Instruction instruction, Timeline film, Brief brief, Material song, Request request) {
        this.instruction = instruction;
        this.speech = new Speech(instruction.language());
        this.film = film;
        this.brief = brief;
        this.song = song;
        this.request = request;
    }

    /** Of the first film. */
    void addTo(List<String> said) {
        if (brief.lengthMs() == null && !isPlaced() && !isHighlight()) {
            said.add(say(
                    "You did not say how long, so I took what the clips and the song give, at most a minute.",
                    "您没有说时长，我按片段和歌曲的长度来定，最多一分钟。"));
        }
        songs(said);
        changed(said);
    }

    /** Of a film that was cut again. */
    void changed(List<String> said) {
        length(said);
        repeats(said);
        start(said);
    }

    private boolean isHighlight() {
        return instruction.all(Wish.Place.class).contains(new Wish.Place(Job.HIGHLIGHT));
    }

    private boolean isPlaced() {
        return Placed.read(film.m()) != null;
    }

    private void length(List<String> said) {
        if (brief.lengthMs() == null || isPlaced()) {
            return;
        }
        if (film.length() + 50 < brief.lengthMs()) {
            said.add(say(
                    "You asked for " + Speech.seconds(brief.lengthMs())
                            + " seconds, but the song ends before that, so the film ends with it.",
                    "您要 " + Speech.seconds(brief.lengthMs()) + " 秒，但歌曲不够长，视频随歌曲结束。"));
        } else if (film.length() > brief.lengthMs() + 50) {
            said.add(say("One second is the shortest film I make.", "最短是一秒。"));
        }
    }

    private void songs(List<String> said) {
        long songs = request.materials().stream()
                .filter(material -> material.kind() == Material.Kind.SONG)
                .count();
        if (songs > 1) {
            said.add(say(
                    "There are " + songs + " songs; I used \"" + song.name() + "\".",
                    "共有 " + songs + " 首歌，我用的是“" + song.name() + "”。"));
        }
    }

    private void repeats(List<String> said) {
        var shown = film.segments(TrackType.VIDEO);
        if (isPlaced()) {
            return;
        }
        if (shown.size() == 1 && film.length() > 3000) {
            said.add(say("There is only one picture to show, so there are no cuts.", "只有一个画面，所以没有剪切。"));
            return;
        }
        var seen = new HashSet<String>();
        long repeated = shown.stream()
                .filter(segment -> !seen.add(segment.src() + '@' + segment.sourceStart()))
                .count();
        if (repeated > 0) {
            said.add(say("There is less material than film, so some moments come again.", "素材比成片短，所以有些画面会重复。"));
        }
    }

    private void start(List<String> said) {
        if (isHighlight()) {
            best(said);
            return;
        }
        if (brief.songPoint() == null) {
            return;
        }
        long start = film.segments(TrackType.AUDIO).getFirst().sourceStart();
        boolean noDrop = brief.songPoint() instanceof SongPoint.Drop
                && song.beats().drops().isEmpty();
        said.add((noDrop ? say("I heard no clear drop; ", "我没有听到明显的高潮落点；") : "")
                + say(
                        (noDrop ? "the" : "The") + " song starts at " + Speech.seconds(start)
                                + " seconds, on a bar line.",
                        "歌曲从第 " + Speech.seconds(start) + " 秒的小节线开始。"));
    }

    private void best(List<String> said) {
        var audio = film.segments(TrackType.AUDIO).getFirst();
        var from = Speech.seconds(audio.sourceStart());
        var to = Speech.seconds(audio.sourceStart() + audio.duration());
        said.add(say(
                "It shows the best part of the song, from " + from + " to " + to + " seconds.",
                "取歌曲最精彩的部分：第 " + from + " 到 " + to + " 秒。"));
    }

    private String say(String english, String chinese) {
        return speech.say(english, chinese);
    }
}
