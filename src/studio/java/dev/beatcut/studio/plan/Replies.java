package dev.beatcut.studio.plan;

import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the caller is told, in the language of the instruction. */
final class Replies {

    private final Instruction instruction;
    private final List<String> unknownFiles;
    private final Language language;

    /** @param unknownFiles named in the message, and not there */
    Replies(Instruction instruction, List<String> unknownFiles) {
        this.instruction = instruction;
        this.unknownFiles = unknownFiles;
        this.language = instruction.language();
    }

    String notUnderstood() {
        var said = new ArrayList<String>();
        if (!instruction.notYet().isEmpty()) {
            said.add(say("I can't do this yet: ", "这些我目前还做不到：") + limits() + say(".", "。"));
        }
        if (!instruction.unclear().isEmpty()) {
            said.add(say("I did not understand ", "我没有看懂") + unclear() + say(".", "。"));
        }
        if (said.isEmpty()) {
            said.add(say("I found no edit in that message.", "我没有在这句话里找到要做的剪辑。"));
        }
        said.add(say("Nothing was changed.", "没有做任何改动。"));
        said.add(examples());
        return join(said);
    }

    private String examples() {
        return say(
                "These work: \"cut on every second beat, 20 seconds, vertical\", \"title \"Urban "
                        + "Dreams\" for 3 seconds\", \"music at 35%\".",
                "可以这样说：“把视频剪到节拍上，15秒，竖屏”、“标题“城市之梦”，前3秒”、“音乐音量35%”。");
    }

    String missing(boolean song, boolean picture) {
        var said = new ArrayList<String>();
        said.add(
                instruction.files().areAll() || picture
                        ? lacking(song, picture)
                        : say(
                                "None of the files you named is a clip or photo that I have, so there is nothing to show."
                                        + " Nothing was changed. Name at least one clip or photo, or leave the files out.",
                                "您指定的文件里没有我能用的视频片段或照片，所以没有画面，没有做任何改动。请至少指定一个视频片段或一张照片，或者不指定文件。"));
        unknownFiles(said);
        return join(said);
    }

    private String lacking(boolean song, boolean picture) {
        if (!song && !picture) {
            return say(
                    "There is nothing to cut yet. Add a song and at least one clip or photo, then say it again.",
                    "还没有可以剪的素材。请先上传一首歌和至少一个视频片段或一张照片，再说一遍。");
        }
        return song
                ? say(
                        "I have the song, but nothing to show: a film from a song alone is not possible yet. "
                                + "Add at least one clip or photo, then say it again, and I cut it to the beat.",
                        "歌曲已经有了，但还没有画面：目前还不能只用一首歌做视频。请至少上传一个视频片段或一张照片，再说一遍，我就按节拍剪辑。")
                : say(
                        "I have the pictures, but no song to cut them to. Add one (mp3, wav, m4a or aac), then "
                                + "say it again.",
                        "画面已经有了，但还没有可以踩点的歌曲。请上传一首（mp3、wav、m4a 或 aac），再说一遍。");
    }

    String noBeats(Material song) {
        return say(
                "I heard no steady beat in \"" + song.name()
                        + "\", so there is nothing to cut to, and nothing was changed. I can cut by the clock "
                        + "instead: say \"cut every 2 seconds\". Or add another song.",
                "我在“" + song.name() + "”里没有听到稳定的节拍，所以没有做任何改动。可以改为按时间切换，比如“每2秒切一次”，或者换一首歌。");
    }

    String tooShort() {
        return say(
                "The clips are too short to show anything on these beats. Nothing was changed. Add a "
                        + "longer clip or a photo.",
                "视频片段太短，放不进这些节拍。没有做任何改动。请上传更长的片段或照片。");
    }

    String nothingChanged() {
        var said = new ArrayList<String>();
        boolean titles = instruction.asks(Wish.NoTitle.class) || instruction.asks(Wish.Title.class);
        said.add(
                titles && instruction.wishes().size() == 1
                        ? say("There is no title that this could change.", "没有可以这样修改的标题。")
                        : say("The film is like that already.", "视频已经是这样了。"));
        said.add(say("Nothing was changed.", "没有做任何改动。"));
        notDone(said);
        return join(said);
    }

    String cut(Timeline film, Brief brief, Material song, Request request) {
        var said = new ArrayList<String>();
        long cuts = film.segments(TrackType.VIDEO).size() - 1L;
        var beats = song.beats();
        var rhythm = beats.beats().isEmpty()
                ? density(film)
                : say(
                        density(film) + " of \"" + Cutter.bareName(song.name()) + "\" (about "
                                + Math.round(beats.tempo()) + " beats a minute)",
                        density(film) + "（“" + Cutter.bareName(song.name()) + "”，每分钟约 " + Math.round(beats.tempo())
                                + " 拍）");
        said.add(say(
                "Done: " + seconds(film.length()) + " seconds, " + size(film) + ", "
                        + (cuts == 1 ? "1 cut" : cuts + " cuts") + " " + rhythm + ".",
                "完成：" + seconds(film.length()) + " 秒，" + size(film) + "，" + rhythm + "，共 " + cuts + " 处剪切。"));
        said.add(sound(film, brief));
        titles(film).ifPresent(said::add);
        if (film.segments(TrackType.TEXT).isEmpty() && instruction.asks(Wish.Title.class)) {
            said.add(say("For a title I need its words: say title \"...\".", "要加标题请写出文字，例如：标题“……”。"));
        }
        new Remarks(language, film, brief, song, request).addTo(said);
        notDone(said);
        return join(said);
    }

    private String density(Timeline film) {
        var every = film.m().path("every");
        if (every.isMissingNode()) {
            return say("on the beats, more often where it is loud,", "按节拍剪切，越激烈的地方切得越快");
        }
        if (every.has("ms")) {
            return say(
                    "about every " + seconds(every.path("ms").asLong()) + " seconds",
                    "大约每 " + seconds(every.path("ms").asLong()) + " 秒切一次");
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

    private String sound(Timeline film, Brief brief) {
        var music = film.segments(TrackType.AUDIO).getFirst().gain();
        var clips = !silent(film)
                ? say(", the clips' own sound at " + percent(brief.ownGain()), "，视频原声 " + percent(brief.ownGain()))
                : "";
        return say("Music at " + percent(music) + clips + ".", "音乐音量 " + percent(music) + clips + "。");
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
        var span = seconds(title.start()) + "-" + seconds(title.end());
        return say(
                "\"" + title.text() + "\" from " + span.replace("-", " to ") + " seconds",
                "“" + title.text() + "”（" + span + " 秒）");
    }

    /** Only what was asked is spoken of: nothing else changed. */
    String retouched(Timeline before, Timeline after) {
        var said = new ArrayList<String>();
        if (before.length() != after.length()) {
            said.add(say(
                    "The film is now " + seconds(after.length()) + " seconds long.",
                    "视频现在长 " + seconds(after.length()) + " 秒。"));
        }
        if (before.width() != after.width() || before.height() != after.height()) {
            said.add(say("The frame is now " + size(after) + ".", "画面现在是 " + size(after) + "。"));
        }
        instruction
                .first(Wish.MusicGain.class)
                .ifPresent(wish -> said.add(
                        say("Music is now at " + percent(wish.gain()) + ".", "音乐音量现在是 " + percent(wish.gain()) + "。")));
        instruction
                .first(Wish.OwnGain.class)
                .ifPresent(wish -> said.add(
                        silent(after) && wish.gain() > 0
                                ? say("None of the clips has a sound of its own.", "这些片段没有原声。")
                                : wish.gain() == 0
                                        ? say("The clips' own sound is off.", "视频原声已静音。")
                                        : say(
                                                "The clips' own sound is now at " + percent(wish.gain()) + ".",
                                                "视频原声现在是 " + percent(wish.gain()) + "。")));
        if (instruction.asks(Wish.NoTitle.class)
                && after.segments(TrackType.TEXT).isEmpty()) {
            said.add(say("The title is gone.", "标题已去掉。"));
        }
        if (instruction.asks(Wish.Title.class)) {
            titles(after).ifPresent(said::add);
        }
        said.add(say("The rest is as it was.", "其余没有变。"));
        notDone(said);
        return join(said);
    }

    private static boolean silent(Timeline film) {
        return film.segments(TrackType.VIDEO).stream().noneMatch(s -> s.gain() != null && s.gain() > 0);
    }

    private void unknownFiles(List<String> said) {
        if (!unknownFiles.isEmpty()) {
            said.add(say("Not used, because I don't have them: ", "没有使用（我这里没有）：")
                    + quoted(unknownFiles)
                    + say(".", "。"));
        }
    }

    private void notDone(List<String> said) {
        unknownFiles(said);
        contradiction(Wish.Length.class, "lengths", "时长", said);
        contradiction(Wish.Framing.class, "frame shapes", "画面比例", said);
        contradiction(Wish.Cuts.class, "cutting rhythms", "剪切节奏", said);
        contradiction(Wish.MusicGain.class, "music volumes", "音乐音量", said);
        if (!instruction.notYet().isEmpty()) {
            said.add(say("Not done, because I can't do it yet: ", "没有做（目前还做不到）：") + limits() + say(".", "。"));
        }
        if (!instruction.unclear().isEmpty()) {
            said.add(say("Not done, because I did not understand it: ", "没有做（没看懂）：") + unclear() + say(".", "。"));
        }
    }

    private void contradiction(Class<? extends Wish> kind, String english, String chinese, List<String> said) {
        if (instruction.contradicts(kind)) {
            said.add(say("You named several " + english + "; I took one of them.", "您说了不止一个" + chinese + "，我取了其中一个。"));
        }
    }

    private String limits() {
        return instruction.notYet().stream()
                .map(limit -> limit.in(language))
                .collect(Collectors.joining(say("; ", "；")));
    }

    private String unclear() {
        return quoted(instruction.unclear());
    }

    private String quoted(List<String> words) {
        return words.stream()
                .map(said -> say("\"" + said + "\"", "“" + said + "”"))
                .collect(Collectors.joining(say(", ", "、")));
    }

    private String say(String english, String chinese) {
        return language.choose(english, chinese);
    }

    private String join(List<String> sentences) {
        return String.join(say(" ", ""), sentences);
    }

    private static String size(Timeline film) {
        return film.width() + "x" + film.height();
    }

    static String percent(double gain) {
        return Math.round(gain * 100) + "%";
    }

    static String seconds(long ms) {
        return BigDecimal.valueOf(ms, 3)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
