package dev.beatcut.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.studio.beat.Correction;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstructionReaderTest {

    private static final List<Material> FILES = List.of(
            Materials.clip("beach", 1000, true),
            Materials.clip("dog", 1000, true),
            Materials.clip("IMG_2041", 1000, true),
            Materials.song(120, 4, 0, 60_000));

    /** Charges for every look at a letter: a pattern that goes back and forth shows in it, however fast the machine. */
    private record Counted(CharSequence text, AtomicLong looks) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            looks.incrementAndGet();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return new Counted(text.subSequence(from, to), looks);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private final InstructionReader reader = new InstructionReader();

    /** Rows of {@code text => language: wishes | not yet: ... | unclear: ... | files: ...}. */
    static Stream<Arguments> table() {
        return Lines.of("wishes.txt").stream()
                .map(line -> line.split(" => ", 2))
                .map(parts -> Arguments.of(parts[0].replace("\\n", "\n"), parts[1]));
    }

    @ParameterizedTest
    @MethodSource("table")
    void the_table_is_read(String text, String expected) {
        assertThat(said(reader.read(text, null, FILES))).isEqualTo(expected);
    }

    /** Rows that look like something that is understood, and are not: {@code text => what it must not become}. */
    static Stream<Arguments> lookAlikes() {
        return Lines.of("look-alikes.txt").stream()
                .map(line -> line.split(" => ", 2))
                .map(parts -> Arguments.of(parts[0], parts[1]));
    }

    @ParameterizedTest
    @MethodSource("lookAlikes")
    void a_look_alike_is_not_taken_for_the_thing(String text, String kind) {
        var wishes = reader.read(text, null, FILES).wishes();
        if (kind.equals("anything")) {
            assertThat(wishes).isEmpty();
        } else {
            assertThat(wishes.stream().map(wish -> wish.getClass().getSimpleName()))
                    .doesNotContain(kind);
        }
    }

    @Test
    void the_tables_are_long_enough_to_mean_something() {
        assertThat(table().count()).isGreaterThan(500);
        assertThat(lookAlikes().count()).isGreaterThanOrEqualTo(40);
    }

    static Stream<String> nonsense() {
        return Stream.of(
                "title ",
                "the the ",
                "cut on every beat and ",
                "标题",
                "1",
                "\"",
                "a 5 second ",
                "clip 2 and ",
                "of my the ",
                "it a bit ",
                "a a a ",
                "片段一",
                "my video to the music and ",
                "，",
                "-");
    }

    /** About three times what the worst of them takes; a pattern that goes back and forth takes thousands of times more. */
    @ParameterizedTest
    @MethodSource("nonsense")
    void a_thousand_letters_of_anything_are_read_in_bounded_steps(String piece) {
        var looks = new AtomicLong();
        var counting = new InstructionReader(text -> new Counted(text, looks));
        counting.read(piece.repeat(1000 / piece.length() + 1), null, FILES);
        assertThat(looks.get()).isLessThan(40_000_000);
    }

    @Test
    void what_is_longer_than_anybody_writes_is_not_read() {
        var long_ = " ".repeat(InstructionReader.LONGEST) + "make it square";
        assertThat(reader.read(long_, null, FILES).wishes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "?!", "\n", "\uE000", "\"", "“”", "\uF8FF"})
    void nothing_is_no_wish(String text) {
        assertThat(reader.read(text, null, List.of()).wishes()).isEmpty();
    }

    @Test
    void the_declared_language_counts_only_without_words() {
        assertThat(reader.read("?", "zh-CN", List.of()).language()).isEqualTo(Language.CHINESE);
        assertThat(reader.read("cut to the beat", "zh-CN", List.of()).language())
                .isEqualTo(Language.ENGLISH);
        assertThat(reader.read("卡点", "en", List.of()).language()).isEqualTo(Language.CHINESE);
        assertThat(reader.read("title \"城市之梦城市之梦\" for 3 seconds", null, List.of())
                        .language())
                .isEqualTo(Language.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "動画を15秒にしてください",
                "音楽に合わせて動画を編集して",
                "동영상을 15초로 만들어 주세요",
                "сделай видео быстрее, 15 секунд",
                "haz el video más corto, 15 segundos",
                "rends la vidéo plus rapide",
                "mach das Video schneller, bitte",
                "deixe o vídeo mais rápido"
            })
    void other_languages_are_not_read_by_halves(String text) {
        var read = reader.read(text, "zh-CN", FILES);
        assertThat(read.foreign()).isTrue();
        assertThat(read.wishes()).isEmpty();
        assertThat(read.language()).isEqualTo(Language.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title \"さくら\" for 3 seconds",
                "标题改成“おはよう”",
                "make it faster, por favor",
                "title \"Привет\"",
                "use café.mp4 first"
            })
    void a_foreign_name_or_word_makes_no_other_language(String text) {
        assertThat(reader.read(text, null, FILES).foreign()).isFalse();
        assertThat(reader.read(text, null, FILES).wishes()).isNotEmpty();
    }

    static String said(Instruction instruction) {
        var said = new StringBuilder(instruction.language() == Language.CHINESE ? "zh: " : "en: ");
        said.append(
                instruction.wishes().stream().map(InstructionReaderTest::said).collect(Collectors.joining("; ")));
        if (!instruction.notYet().isEmpty()) {
            said.append(" | not yet: ")
                    .append(instruction.notYet().stream().map(Limit::name).collect(Collectors.joining(", ")));
        }
        if (!instruction.unclear().isEmpty()) {
            said.append(" | unclear: ").append(String.join(" / ", instruction.unclear()));
        }
        if (!instruction.left().isEmpty()) {
            said.append(" | left: ").append(String.join(" / ", instruction.left()));
        }
        if (!instruction.files().areAll()) {
            said.append(" | files: ").append(instruction.files().list());
        }
        return said.toString();
    }

    private static String said(FileRef file) {
        return switch (file) {
            case FileRef.Named(String name) -> name;
            case FileRef.All(Material.Kind kind) -> kind == null ? "ALL" : "ALL " + kind + "S";
            case FileRef.Number(int number, Material.Kind kind) -> kind + " " + number;
        };
    }

    private static String said(Wish wish) {
        return switch (wish) {
            case Wish.Sync sync -> "sync";
            case Wish.Cuts(Density.Beats(int count)) -> "every " + count + " beats";
            case Wish.Cuts(Density.Bars(int count)) -> "every " + count + " bars";
            case Wish.Cuts(Density.Time(long ms)) -> "every " + ms + " ms";
            case Wish.CutsIn(Density density, Part where) -> said(new Wish.Cuts(density)) + " in " + where;
            case Wish.TitleBy(double factor, long ms) -> "titles x" + factor + (ms == 0 ? "" : " + " + ms);
            case Wish.Length(long ms) -> ms + " ms";
            case Wish.Framing(Shape shape) -> shape.name();
            case Wish.MusicGain(double gain) -> "music " + gain;
            case Wish.OwnGain(double gain) -> "own " + gain;
            case Wish.SongFrom(SongPoint.At(long ms)) -> "song from " + ms;
            case Wish.SongFrom(SongPoint.Drop drop) -> "song from drop";
            case Wish.SongFrom(SongPoint.Section(Part part, boolean after)) ->
                "song from " + (after ? "after " : "") + part;
            case Wish.SongFrom(SongPoint.Best best) -> "song from best";
            case Wish.NoTitle none -> "no title";
            case Wish.Place(Job job) -> job.name();
            case Wish.OnBeats(var positions) -> "beats " + new TreeSet<>(positions);
            case Wish.Pace(double factor, Part where) -> "cuts x" + factor + (where == null ? "" : " in " + where);
            case Wish.Shortest(long ms) -> "shortest " + ms;
            case Wish.Longest(long ms) -> "longest " + ms;
            case Wish.ClipRule(FileRef file, Rule rule) -> said(file) + " " + rule;
            case Wish.Transition(TransitionKind kind, Role where) -> kind + " on " + where;
            case Wish.Regrid(Correction c) ->
                c.equals(Correction.NONE)
                        ? "beats as heard"
                        : "beats x" + c.times() + "/" + c.per() + " shifted " + c.offsetMs() + " downbeat "
                                + c.downbeatMs() + " metre " + c.metre();
            case Wish.Tempo(double tempo) -> "tempo " + tempo;
            case Wish.NoTransition(TransitionKind kind) -> "no " + (kind == null ? "transitions" : kind);
            case Wish.LengthPlus(long ms) -> "length " + (ms < 0 ? "-" : "+") + Math.abs(ms);
            case Wish.Fade(boolean in, boolean out, long ms) ->
                "fade" + (in ? " in" : "") + (out ? " out" : "") + " " + ms;
            case Wish.MusicFade(boolean in, boolean out, long ms) ->
                "music fade" + (in ? " in" : "") + (out ? " out" : "") + " " + ms;
            case Wish.LengthBy(double factor) -> "length x" + factor;
            case Wish.MusicBy(double factor) -> "music x" + factor;
            case Wish.OwnBy(double factor) -> "own x" + factor;
            case Wish.Duck(boolean on) -> on ? "duck" : "no duck";
            case Wish.OtherSong(FileRef file) -> "other song" + (file == null ? "" : ": " + said(file));
            case Wish.Undo(int steps) -> "undo " + steps;
            case Wish.Redo(int steps) -> "redo " + steps;
            case Wish.Title(String text, TitleLook look, boolean instead) ->
                Stream.of(
                                text == null ? "titles" : "title \"" + text + "\"",
                                look.fromMs() == null ? "" : "from " + look.fromMs(),
                                look.durationMs() == null
                                        ? ""
                                        : look.durationMs() == TitleLook.WHOLE ? "whole" : "for " + look.durationMs(),
                                look.atEnd() ? "at end" : "",
                                look.position() == null ? "" : look.position(),
                                look.color() == null ? "" : look.color(),
                                look.size() == null ? "" : look.size())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" "));
        };
    }
}
