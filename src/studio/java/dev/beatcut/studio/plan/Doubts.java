package dev.beatcut.studio.plan;

import dev.beatcut.studio.beat.BeatGrid;
import dev.beatcut.studio.beat.Correction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Wishes that cannot be fulfilled whatever the editor can do: each is left out, and why is said. */
final class Doubts {

    /** Other ways to count the same music. */
    private static final int[][] WAYS = {{2, 1}, {1, 2}, {3, 2}, {2, 3}, {3, 1}, {1, 3}};

    private static final double SAME = 0.06;

    private final Speech speech;
    private final List<Material> files;
    private final Material song;
    private final List<String> said = new ArrayList<>();
    private final List<Wish> sensible = new ArrayList<>();

    /** @param song that the film has or would have, or null */
    Doubts(Instruction instruction, List<Material> files, Material song) {
        this.speech = new Speech(instruction.language());
        this.files = files;
        this.song = song;
        instruction.wishes().stream().flatMap(this::each).forEach(this::consider);
        nothingToShow();
    }

    /** What can be done, tempi as corrections of the beats. */
    List<Wish> sensible() {
        return sensible;
    }

    List<String> said() {
        return said;
    }

    private void consider(Wish wish) {
        var doubt =
                switch (wish) {
                    case Wish.Length(long ms)
                    when ms <= 0 ->
                        speech.say(
                                "A film cannot last " + Speech.seconds(ms)
                                        + " seconds; the shortest I make is 1 second.",
                                "视频不能是 " + Speech.seconds(ms) + " 秒，最短是 1 秒。");
                    case Wish.Title(String text, TitleLook look, boolean instead)
                    when look.durationMs() != null && look.durationMs() == 0 ->
                        speech.say("A title cannot be seen for 0 seconds.", "标题不能显示 0 秒。");
                    case Wish.ClipRule(FileRef file, Rule rule) -> missing(file, pictures());
                    case Wish.OtherSong(FileRef file) -> file == null ? onlySong() : missing(file, songs());
                    case Wish.OnBeats(var positions) ->
                        beyondBar(positions.stream().mapToInt(p -> p).max().orElse(1));
                    case Wish.SongFrom(SongPoint.At(long ms))
                    when song != null && ms >= song.durationMs() ->
                        speech.say(
                                "The song ends at " + Speech.seconds(song.durationMs())
                                        + " seconds, so it cannot start later.",
                                "歌曲只有 " + Speech.seconds(song.durationMs()) + " 秒，不能从更后面开始。");
                    case Wish.Regrid(Correction change) -> unheard(change);
                    case Wish.Tempo(double tempo) -> tempo(tempo);
                    default -> null;
                };
        if (doubt != null) {
            said.add(doubt);
        } else if (!(wish instanceof Wish.Tempo)) {
            sensible.add(wish);
        }
    }

    /** A rule for all photos or all clips is a rule for each of them. */
    private Stream<Wish> each(Wish wish) {
        if (!(wish instanceof Wish.ClipRule(FileRef.All all, Rule rule))) {
            return Stream.of(wish);
        }
        var those = all.each(pictures());
        boolean noOthers = those.size() == pictures().size();
        if (rule == Rule.ONLY && noOthers && !those.isEmpty()) {
            return Stream.of();
        }
        if (those.isEmpty()) {
            said.add(
                    all.kind() == Material.Kind.PHOTO
                            ? speech.say("There are no photos here.", "这里没有照片。")
                            : speech.say("There are no clips here.", "这里没有视频片段。"));
        }
        return those.stream().map(file -> new Wish.ClipRule(file, rule));
    }

    private List<Material> pictures() {
        return files.stream().filter(file -> file.kind() != Material.Kind.SONG).toList();
    }

    private List<Material> songs() {
        return files.stream().filter(file -> file.kind() == Material.Kind.SONG).toList();
    }

    private String missing(FileRef ref, List<Material> among) {
        if (ref.among(among).isPresent()) {
            return null;
        }
        var there = speech.quoted(among.stream().map(Material::name).toList());
        return switch (ref) {
            case FileRef.Named(String name) ->
                speech.say(
                        "I have no " + speech.quoted(name) + "; there is " + there + ".",
                        "没有" + speech.quoted(name) + "，现有：" + there + "。");
            case FileRef.All all -> null;
            case FileRef.Number(int number, Material.Kind kind) ->
                speech.say(
                        "There is no number " + number + ": I have " + (among.isEmpty() ? "none" : there) + ".",
                        "没有第 " + number + " 个：现有" + (among.isEmpty() ? " 0 个" : there) + "。");
        };
    }

    private String onlySong() {
        return songs().size() > 1
                ? null
                : speech.say(
                        "There is no other song here. Add one (mp3, wav, m4a or aac), then say it again.",
                        "这里没有别的歌。请先上传一首（mp3、wav、m4a 或 aac），再说一遍。");
    }

    private String beyondBar(int position) {
        return song == null
                        || song.beats().isEmpty()
                        || position <= song.beats().metre()
                ? null
                : speech.say(
                        "A bar of this song has " + song.beats().metre() + " beats, so there is no beat " + position
                                + ".",
                        "这首歌每小节只有 " + song.beats().metre() + " 拍，没有第 " + position + " 拍。");
    }

    private String unheard(Correction change) {
        if (song == null) {
            return speech.say("There is no song yet whose beats could be corrected.", "还没有歌曲，没有可以校正的节拍。");
        }
        return grid().accepts(change)
                ? null
                : speech.say(
                        "The beats of " + speech.quoted(song.name()) + " cannot be corrected like that.",
                        "无法这样校正" + speech.quoted(song.name()) + "的节拍。");
    }

    private BeatGrid grid() {
        return song.beats();
    }

    private String tempo(double wanted) {
        if (song == null || grid().isEmpty()) {
            return unheard(Correction.NONE);
        }
        double heard = grid().tempo();
        if (Math.abs(heard / wanted - 1) < SAME) {
            return speech.say(
                    "The tempo is heard as about " + Math.round(heard) + " already.",
                    "听到的速度已经是每分钟约 " + Math.round(heard) + " 拍。");
        }
        for (var way : WAYS) {
            var change = Correction.tempo(way[0], way[1]);
            if (Math.abs(heard * way[0] / way[1] / wanted - 1) < SAME && grid().accepts(change)) {
                sensible.add(new Wish.Regrid(change));
                return null;
            }
        }
        return speech.say(
                "I hear about " + Math.round(heard) + " beats a minute, and " + Math.round(wanted)
                        + " is no other way to count that. Say \"double the tempo\" or \"half time\" if it is that.",
                "我听到每分钟约 " + Math.round(heard) + " 拍，" + Math.round(wanted) + " 不是它的倍数。可以说“节拍加倍”或“节拍减半”。");
    }

    private void nothingToShow() {
        var out = sensible.stream()
                .filter(wish -> wish instanceof Wish.ClipRule(FileRef file, Rule rule) && rule == Rule.LEAVE_OUT)
                .map(wish -> ((Wish.ClipRule) wish).file().among(pictures()).orElseThrow())
                .distinct()
                .count();
        if (out > 0 && out >= pictures().size()) {
            sensible.removeIf(wish -> wish instanceof Wish.ClipRule(FileRef file, Rule rule) && rule == Rule.LEAVE_OUT);
            said.add(speech.say("That would leave nothing to show.", "那样就没有画面可用了。"));
        }
    }
}
