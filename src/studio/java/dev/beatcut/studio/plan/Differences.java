package dev.beatcut.studio.plan;

import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is different in a film that was cut again, in sentences with numbers. */
final class Differences {

    private final Instruction instruction;
    private final Timeline before;
    private final Timeline after;
    private final Material song;
    private final List<Material> files;
    private final Speech speech;
    private final List<String> said = new ArrayList<>();

    Differences(Instruction instruction, Timeline before, Timeline after, Material song, List<Material> files) {
        this.instruction = instruction;
        this.before = before;
        this.after = after;
        this.song = song;
        this.files = files;
        this.speech = new Speech(instruction.language());
    }

    List<String> said() {
        if (instruction.asks(Wish.Regrid.class)) {
            said.add(beats(song, speech));
        }
        if (!Objects.equals(source(before), source(after))) {
            said.add(say("The song is now " + name() + ".", "歌曲现在是" + name() + "。"));
        }
        length();
        cuts();
        parts();
        transitions();
        instruction
                .all(Wish.Shortest.class)
                .forEach(wish -> said.add(say(
                        "No shot is shorter than " + Speech.lasting(wish.ms()) + ".",
                        "每个镜头不短于 " + Speech.seconds(wish.ms()) + " 秒。")));
        instruction
                .all(Wish.Longest.class)
                .forEach(wish -> said.add(say(
                        "No shot is longer than " + Speech.lasting(wish.ms()) + ".",
                        "每个镜头不超过 " + Speech.seconds(wish.ms()) + " 秒。")));
        var rules = instruction.all(Wish.ClipRule.class);
        rules.stream().filter(wish -> wish.rule() != Rule.ONLY).forEach(this::rule);
        only(rules.stream().filter(wish -> wish.rule() == Rule.ONLY).toList());
        return said;
    }

    private static String source(Timeline film) {
        return film.segments(TrackType.AUDIO).stream()
                .findFirst()
                .map(Segment::src)
                .orElse(null);
    }

    private String name() {
        var name = speech.quoted(Cutter.bareName(song.name()));
        long tempo = Math.round(song.beats().tempo());
        return song.beats().isEmpty()
                ? name
                : say(name + " (about " + tempo + " beats a minute)", name + "（每分钟约 " + tempo + " 拍）");
    }

    private void length() {
        if (before.length() != after.length()) {
            said.add(say(
                    "The film is now " + Speech.lasting(after.length()) + " long.",
                    "视频现在长 " + Speech.seconds(after.length()) + " 秒。"));
        }
        if (before.width() != after.width() || before.height() != after.height()) {
            said.add(say(
                    "The frame is now " + after.width() + "x" + after.height() + ".",
                    "画面现在是 " + after.width() + "x" + after.height() + "。"));
        }
    }

    private void cuts() {
        if (Placed.read(after.m()) != null) {
            said.add(new Placements(speech).of(after, song));
            return;
        }
        long now = cutsIn(after, null);
        long then = cutsIn(before, null);
        boolean named = instruction.asks(Wish.Cuts.class) || instruction.asks(Wish.OnBeats.class);
        if (now == then && !named && !instruction.asks(Wish.Pace.class)) {
            return;
        }
        var rhythm = named && !instruction.asks(Wish.OnBeats.class) ? " " + new Rhythms(speech).of(after) : "";
        said.add(
                now == then
                        ? say(
                                "It still has " + Speech.count(now, "cut") + rhythm + ".",
                                "仍然是 " + now + " 处剪切" + rhythm.strip() + "。")
                        : say(
                                "It now has " + Speech.count(now, "cut") + rhythm + " instead of " + then + ".",
                                "现在有 " + now + " 处剪切（原来 " + then + " 处）"
                                        + (rhythm.isEmpty() ? "" : "，" + rhythm.strip()) + "。"));
    }

    private void parts() {
        instruction.all(Wish.Pace.class).stream()
                .filter(pace -> pace.where() != null)
                .forEach(pace -> part(pace.where(), ""));
        instruction.all(Wish.CutsIn.class).forEach(cuts -> part(cuts.where(), new Rhythms(speech).of(cuts.density())));
    }

    /** Only where the song has such a part within the film. */
    private void part(Part where, String rhythm) {
        var words = PartNames.in(where, instruction.language());
        if (!isThere(where)) {
            said.add(say(
                    "I hear no " + words + " in this stretch of the song, so nothing changed there.",
                    "这一段歌曲里没有听到" + words + "，所以那里没有变化。"));
            return;
        }
        long now = cutsIn(after, where);
        long then = cutsIn(before, where);
        said.add(say(
                "In the " + words + (rhythm.isEmpty() ? ": " : " it cuts " + rhythm + ": ") + now + " instead of "
                        + then + ".",
                words + "里" + (rhythm.isEmpty() ? " " : rhythm + "，") + now + " 处（原来 " + then + " 处）。"));
    }

    private boolean isThere(Part part) {
        long start = offset(after);
        return song.beats().sections().stream()
                .anyMatch(section ->
                        part.covers(section) && section.toMs() > start && section.fromMs() < start + after.length());
    }

    /** @param part null for all cuts */
    private long cutsIn(Timeline film, Part part) {
        long start = offset(film);
        return film.segments(TrackType.VIDEO).stream()
                .skip(1)
                .filter(shot -> part == null
                        || song.beats().sections().stream()
                                .anyMatch(section -> part.covers(section)
                                        && section.fromMs() <= shot.start() + start + 50
                                        && section.toMs() > shot.start() + start + 50))
                .count();
    }

    private static long offset(Timeline film) {
        return film.segments(TrackType.AUDIO).stream()
                .findFirst()
                .map(audio -> audio.sourceStart() - audio.start())
                .orElse(0L);
    }

    private void transitions() {
        if (!instruction.asks(Wish.Transition.class) && !instruction.asks(Wish.NoTransition.class)) {
            return;
        }
        var counts = new ArrayList<String>();
        for (var kind : List.of(TransitionKind.FLASH, TransitionKind.CROSSFADE, TransitionKind.ZOOM_PUNCH)) {
            long n = count(after, kind);
            if (n > 0 && (n != count(before, kind) || isSpokenOf(kind))) {
                counts.add(
                        switch (kind) {
                            case FLASH -> say("a flash on " + Speech.count(n, "cut"), "闪白 " + n + " 处");
                            case CROSSFADE -> say("a crossfade on " + Speech.count(n, "cut"), "叠化 " + n + " 处");
                            default -> say("a zoom punch on " + Speech.count(n, "cut"), "缩放冲击 " + n + " 处");
                        });
            }
        }
        boolean straight = after.segments(TrackType.VIDEO).stream()
                .noneMatch(shot -> shot.m().has("transition"));
        if (straight) {
            said.add(say("All cuts are straight.", "全部直接切换。"));
        } else if (!counts.isEmpty()) {
            said.add(say("There is " + speech.list(counts) + ".", "现在有" + speech.list(counts) + "。"));
        }
        gone();
        noDrop();
    }

    private boolean isSpokenOf(TransitionKind kind) {
        return instruction.all(Wish.Transition.class).stream().anyMatch(wish -> wish.kind() == kind);
    }

    private static long count(Timeline film, TransitionKind kind) {
        return film.segments(TrackType.VIDEO).stream()
                .filter(shot ->
                        kind.type().equals(shot.m().at("/transition/type").asText()))
                .count();
    }

    private void gone() {
        for (var wish : instruction.all(Wish.NoTransition.class)) {
            if (wish.kind() != null && count(after, wish.kind()) == 0 && count(before, wish.kind()) > 0) {
                said.add(
                        switch (wish.kind()) {
                            case FLASH -> say("The flashes are gone.", "闪白已去掉。");
                            case CROSSFADE -> say("The crossfades are gone.", "叠化已去掉。");
                            default -> say("The zoom punches are gone.", "缩放冲击已去掉。");
                        });
            }
        }
    }

    private void noDrop() {
        boolean onDrops = instruction.all(Wish.Transition.class).stream().anyMatch(wish -> wish.where() == Role.DROPS);
        boolean drop = after.segments(TrackType.VIDEO).stream()
                .anyMatch(shot -> shot.m().at("/why/reason").asText().equals("drop"));
        if (onDrops && !drop) {
            said.add(say("I hear no drop in this stretch of the song.", "这一段歌曲里没有听到高潮落点。"));
        }
    }

    private void rule(Wish.ClipRule wish) {
        var pictures =
                files.stream().filter(file -> file.kind() != Material.Kind.SONG).toList();
        wish.file()
                .among(pictures)
                .ifPresent(file -> said.add(rule(wish.rule(), speech.quoted(Cutter.bareName(file.name())))));
    }

    private void only(List<Wish.ClipRule> rules) {
        var pictures =
                files.stream().filter(file -> file.kind() != Material.Kind.SONG).toList();
        var names = rules.stream()
                .flatMap(wish -> wish.file().among(pictures).stream())
                .map(file -> speech.quoted(Cutter.bareName(file.name())))
                .distinct()
                .toList();
        if (!names.isEmpty()) {
            said.add(say(
                    "Only " + speech.list(names) + (names.size() == 1 ? " is" : " are") + " used.",
                    "只用" + speech.list(names) + "。"));
        }
    }

    private String rule(Rule rule, String name) {
        return switch (rule) {
            case FIRST -> say("It begins with " + name + ".", "以" + name + "开头。");
            case LAST -> say("It ends with " + name + ".", "以" + name + "结尾。");
            case ONLY_AT_START -> say(name + " is shown only at the beginning.", name + "只在开头出现。");
            case ONLY_AT_END -> say(name + " is shown only at the end.", name + "只在结尾出现。");
            case WHOLE -> say(name + " is shown whole.", name + "完整保留。");
            case LEAVE_OUT -> say(name + " is left out.", "不使用" + name + "。");
            case ONLY -> throw new IllegalArgumentException("Several files may be the only ones: see only()");
            case NONE -> say(name + " may be used anywhere again.", name + "可以再次使用。");
        };
    }

    /** The beats as they are counted now. */
    static String beats(Material song, Speech speech) {
        var grid = song.beats();
        var name = speech.quoted(Cutter.bareName(song.name()));
        long offset = grid.correction().offsetMs();
        var shift = offset == 0
                ? ""
                : speech.say(
                        ", " + Math.abs(offset) + " ms " + (offset > 0 ? "later" : "earlier") + " than heard",
                        "，比听到的" + (offset > 0 ? "晚 " : "早 ") + Math.abs(offset) + " 毫秒");
        var downbeat = grid.correction().downbeatMs();
        var one = downbeat == null
                ? ""
                : speech.say(
                        ", with a bar beginning at the beat nearest to " + Speech.lasting(downbeat),
                        "，离第 " + Speech.seconds(downbeat) + " 秒最近的一拍是小节的第一拍");
        long tempo = Math.round(grid.tempo());
        return speech.say(
                "The beats of " + name + " are now counted as about " + tempo + " a minute in bars of " + grid.metre()
                        + shift + one + ".",
                name + "的节拍现在按每分钟约 " + tempo + " 拍、每小节 " + grid.metre() + " 拍计算" + shift + one + "。");
    }

    private String say(String english, String chinese) {
        return speech.say(english, chinese);
    }
}
