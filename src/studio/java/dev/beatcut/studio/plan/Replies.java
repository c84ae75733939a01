package dev.beatcut.studio.plan;

import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said of a film that was made or changed, in the language of the instruction. */
final class Replies {

    private final Open open;
    private final Instruction instruction;
    private final Speech speech;

    Replies(Open open) {
        this.open = open;
        this.instruction = open.instruction();
        this.speech = open.speech();
    }

    /** The first film. */
    String cut(Timeline film, Brief brief, Material song, Request request) {
        var said = new ArrayList<String>();
        said.add(Placed.read(film.m()) == null ? done(film, song) : new Placements(speech).of(film, song));
        parts(said);
        drops(film).ifPresent(said::add);
        said.add(sound(film, brief));
        if (film.segments(TrackType.TEXT).isEmpty() && instruction.asks(Wish.Title.class)) {
            said.add(say("For a title I need its words: say title \"...\".", "要加标题请写出文字，例如：标题“……”。"));
        }
        titles(film).ifPresent(said::add);
        new Remarks(instruction, film, brief, song, request).addTo(said);
        open.addTo(said);
        return speech.join(said);
    }

    private String done(Timeline film, Material song) {
        long cuts = film.segments(TrackType.VIDEO).size() - 1L;
        var rhythm = new Rhythms(speech).of(film) + of(song);
        return say(
                "Done: " + Speech.lasting(film.length()) + ", " + size(film) + ", " + Speech.count(cuts, "cut") + " "
                        + rhythm + ".",
                "完成：" + Speech.seconds(film.length()) + " 秒，" + size(film) + "，" + rhythm + "，共 " + cuts + " 处剪切。");
    }

    private String of(Material song) {
        if (song.beats().isEmpty()) {
            return "";
        }
        var name = speech.quoted(Cutter.bareName(song.name()));
        long tempo = Math.round(song.beats().tempo());
        return say(" of " + name + " (about " + tempo + " beats a minute)", "（" + name + "，每分钟约 " + tempo + " 拍）");
    }

    private void parts(List<String> said) {
        for (var cuts : instruction.all(Wish.CutsIn.class)) {
            var words = PartNames.in(cuts.where(), instruction.language());
            var rhythm = new Rhythms(speech).of(cuts.density());
            said.add(say("In the " + words + " it cuts " + rhythm + ".", words + "里" + rhythm + "。"));
        }
    }

    private Optional<String> drops(Timeline film) {
        var drops = film.segments(TrackType.VIDEO).stream()
                .filter(shot -> shot.m().at("/why/reason").asText().equals("drop"))
                .map(shot -> Speech.seconds(shot.start()))
                .toList();
        return drops.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        drops.size() == 1
                                ? say(
                                        "The drop is at " + drops.getFirst() + " seconds, on a cut.",
                                        "高潮落点在第 " + drops.getFirst() + " 秒，正好切换。")
                                : say(
                                        "The drops are at " + speech.list(drops) + " seconds, on cuts.",
                                        "高潮落点在第 " + speech.list(drops) + " 秒，正好切换。"));
    }

    /** A film that was cut again: only what is different now is spoken of. */
    String cutAnew(Timeline before, Timeline after, Brief brief, Material song, Request request) {
        var said = new Differences(instruction, before, after, song, request.materials()).said();
        sounds(after, said);
        if (instruction.asks(Wish.Title.class)
                || instruction.asks(Wish.TitleBy.class)
                || instruction.asks(Wish.NoTitle.class)) {
            said.add(titles(after).orElse(say("There is no title.", "没有标题。")));
        }
        new Remarks(instruction, after, brief, song, request).changed(said);
        said.add(say("The rest is as it was.", "其余没有变。"));
        open.addTo(said);
        return speech.join(said);
    }

    /** Beats that were corrected before there was a film. */
    String corrected(Material song) {
        var said = new ArrayList<String>();
        said.add(Differences.beats(song, speech));
        open.addTo(said);
        return speech.join(said);
    }

    private String sound(Timeline film, Brief brief) {
        var music = film.segments(TrackType.AUDIO).getFirst().gain();
        var clips = !silent(film)
                ? say(
                        ", the clips' own sound at " + Speech.percent(brief.ownGain()),
                        "，视频原声 " + Speech.percent(brief.ownGain()))
                : "";
        return say("Music at " + Speech.percent(music) + clips + ".", "音乐音量 " + Speech.percent(music) + clips + "。");
    }

    private Optional<String> titles(Timeline film) {
        var titles = film.segments(TrackType.TEXT);
        if (titles.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(titles.stream()
                .map(this::title)
                .collect(Collectors.joining(say("; ", "；"), say("Title ", "标题"), say(".", "。"))));
    }

    private String title(Segment title) {
        var span = Speech.seconds(title.start()) + "-" + Speech.seconds(title.end());
        var look = TitleLooks.words(title.m(), speech);
        return say(
                "\"" + title.text() + "\" from " + span.replace("-", " to ") + " seconds" + look,
                "“" + title.text() + "”（" + span + " 秒" + look + "）");
    }

    /** Only what was asked is spoken of: nothing else changed. */
    String retouched(Timeline before, Timeline after) {
        var said = new ArrayList<String>();
        if (before.length() != after.length()) {
            said.add(say(
                    "The film is now " + Speech.lasting(after.length()) + " long.",
                    "视频现在长 " + Speech.seconds(after.length()) + " 秒。"));
        }
        if (before.width() != after.width() || before.height() != after.height()) {
            said.add(say("The frame is now " + size(after) + ".", "画面现在是 " + size(after) + "。"));
        }
        sounds(after, said);
        fades(said);
        if (instruction.asks(Wish.NoTitle.class)
                && after.segments(TrackType.TEXT).isEmpty()) {
            said.add(say("The title is gone.", "标题已去掉。"));
        }
        if (instruction.asks(Wish.Title.class) || instruction.asks(Wish.TitleBy.class)) {
            titles(after).ifPresent(said::add);
        }
        said.add(say("The rest is as it was.", "其余没有变。"));
        open.addTo(said);
        return speech.join(said);
    }

    private void sounds(Timeline film, List<String> said) {
        if (instruction.asks(Wish.MusicGain.class) || instruction.asks(Wish.MusicBy.class)) {
            double music = film.segments(TrackType.AUDIO).getFirst().gain();
            boolean most = music == 1 && instruction.wantsMoreThanRecorded();
            said.add(say("Music is now at " + Speech.percent(music), "音乐音量现在是 " + Speech.percent(music))
                    + (most
                            ? say(", as loud as it was recorded, which is the most.", "，这是录音的原始音量，不能更大。")
                            : say(".", "。")));
        }
        if (instruction.asks(Wish.OwnGain.class) || instruction.asks(Wish.OwnBy.class)) {
            double own = film.m().path("ownSound").asDouble();
            said.add(
                    silent(film) && own > 0
                            ? say("None of the clips has a sound of its own.", "这些片段没有原声。")
                            : own == 0
                                    ? say("The clips' own sound is off.", "视频原声已静音。")
                                    : say(
                                            "The clips' own sound is now at " + Speech.percent(own) + ".",
                                            "视频原声现在是 " + Speech.percent(own) + "。"));
        }
        musicFades(said);
        instruction.first(Wish.Duck.class).ifPresent(duck -> said.add(duck(duck.on(), film)));
    }

    private String duck(boolean on, Timeline film) {
        if (!on) {
            return say("The music no longer steps back.", "音乐不再自动压低。");
        }
        return silent(film)
                ? say(
                        "The music will step back under the clips' own sound, but now none of it is heard.",
                        "音乐会在原声出现时压低，但现在没有原声。")
                : say("The music now steps back while the clips are heard.", "原声出现时音乐会自动压低。");
    }

    private void musicFades(List<String> said) {
        for (var fade : instruction.all(Wish.MusicFade.class)) {
            var ends = fade.in() && fade.out()
                    ? say("in and out", "淡入淡出")
                    : fade.in() ? say("in", "淡入") : say("out", "淡出");
            said.add(
                    fade.ms() == 0
                            ? say("The music no longer fades " + ends + ".", "音乐不再" + ends + "。")
                            : say(
                                    "The music fades " + ends + " over " + Speech.lasting(fade.ms()) + ".",
                                    "音乐" + ends + "，" + Speech.seconds(fade.ms()) + " 秒。"));
        }
    }

    private void fades(List<String> said) {
        for (var fade : instruction.all(Wish.Fade.class)) {
            var ends = fade.in() && fade.out()
                    ? say("in and out", "淡入淡出")
                    : fade.in() ? say("in", "淡入") : say("out", "淡出");
            said.add(
                    fade.ms() == 0
                            ? say("It no longer fades " + ends + ".", "已取消" + ends + "。")
                            : say(
                                    "It fades " + ends + " over " + Speech.lasting(fade.ms()) + ".",
                                    "画面" + ends + "，" + Speech.seconds(fade.ms()) + " 秒。"));
        }
    }

    private static boolean silent(Timeline film) {
        return film.segments(TrackType.VIDEO).stream().noneMatch(s -> s.gain() != null && s.gain() > 0);
    }

    private String say(String english, String chinese) {
        return speech.say(english, chinese);
    }

    private static String size(Timeline film) {
        return film.width() + "x" + film.height();
    }
}
