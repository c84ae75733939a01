package dev.beatcut.studio.plan;

import dev.beatcut.timeline.FrameRate;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A film, aspect by aspect, in words that can be compared. */
record Facts(Timeline film) {

    List<Segment> shots() {
        return film.segments(TrackType.VIDEO);
    }

    Segment song() {
        return film.segments(TrackType.AUDIO).getFirst();
    }

    double seconds() {
        return film.length() / 1000.0;
    }

    /** Where the film cuts, in frames. */
    List<Long> cuts() {
        return shots().stream()
                .skip(1)
                .map(shot -> FrameRate.FPS_30.frameAt(shot.start()))
                .toList();
    }

    List<String> names() {
        return shots().stream().map(Segment::name).toList();
    }

    String transition(int shot) {
        return shots().get(shot).m().at("/transition/type").asText("cut");
    }

    String reason(int shot) {
        return shots().get(shot).m().at("/why/reason").asText();
    }

    String titles() {
        return film.segments(TrackType.TEXT).stream()
                .map(title -> "\"%s\" %s-%s %s %s"
                        .formatted(
                                title.text(),
                                Speech.seconds(title.start()),
                                Speech.seconds(title.end()),
                                title.m().path("position").asText(),
                                title.m().path("color").asText()))
                .collect(Collectors.joining(", "));
    }

    /** Everything but where it cuts and what it shows there. */
    Map<String, String> aspects() {
        var aspects = new TreeMap<String, String>();
        aspects.put("length", Speech.seconds(film.length()));
        aspects.put("frame", film.width() + "x" + film.height());
        aspects.put("music", Speech.percent(song().gain()));
        aspects.put("own", Speech.percent(film.m().path("ownSound").asDouble()));
        aspects.put("heard", shots().stream().anyMatch(shot -> shot.gain() > 0) ? "yes" : "no");
        aspects.put("duck", song().m().path("duck").asText("false"));
        aspects.put("titles", titles().isEmpty() ? "none" : titles());
        aspects.put("song", song().name());
        aspects.put("from", Speech.seconds(song().sourceStart()));
        aspects.put("fade in", film.m().path("fadeIn").asText("0"));
        aspects.put("fade out", film.m().path("fadeOut").asText("0"));
        aspects.put(
                "music fades",
                film.m().path("musicFadeIn").asText("-") + " "
                        + film.m().path("musicFadeOut").asText("-"));
        aspects.put("every", film.m().path("every").toString());
        var plan = film.m().path("plan");
        for (var note : List.of("job", "pace", "shortest", "longest", "onBeats", "rules", "transitions", "rhythms")) {
            aspects.put(note, plan.path(note).toString());
        }
        var beats = film.m().path("beats");
        aspects.put("tempo", String.valueOf(Math.round(beats.path("tempo").asDouble())));
        aspects.put("metre", beats.path("metre").asText());
        aspects.put("offset", beats.path("offset").asText());
        aspects.put("corrected", beats.path("corrected").asText());
        return aspects;
    }
}
