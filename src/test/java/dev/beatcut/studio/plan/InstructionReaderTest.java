package dev.beatcut.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.beatcut.studio.beat.Correction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstructionReaderTest {

    private final InstructionReader reader = new InstructionReader();

    /** Lines of {@code text => language: wishes | not yet: ... | unclear: ... | files: ...}; {@code #} begins a remark. */
    static Stream<Arguments> table() throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(
                InstructionReaderTest.class.getResourceAsStream("instructions.txt"), StandardCharsets.UTF_8))) {
            return lines
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" => ", 2))
                    .map(parts -> Arguments.of(parts[0].replace("\\n", "\n"), parts[1]))
                    .toList()
                    .stream();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void theTableIsRead(String text, String expected) {
        assertThat(said(reader.read(text, null, List.of()))).isEqualTo(expected);
    }

    @Test
    void theTableIsLongEnoughToMeanSomething() throws IOException {
        assertThat(table().count()).isGreaterThan(150);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "?!", "\n", "\uE000", "\"", "“”", "\uF8FF"})
    void nothingIsNoWish(String text) {
        assertThat(reader.read(text, null, List.of()).wishes()).isEmpty();
    }

    @Test
    void theDeclaredLanguageCountsOnlyWithoutWords() {
        assertThat(reader.read("?", "zh-CN", List.of()).language()).isEqualTo(Language.CHINESE);
        assertThat(reader.read("cut to the beat", "zh-CN", List.of()).language()).isEqualTo(Language.ENGLISH);
        assertThat(reader.read("卡点", "en", List.of()).language()).isEqualTo(Language.CHINESE);
        assertThat(reader.read("title \"城市之梦城市之梦\" for 3 seconds", null, List.of()).language())
                .isEqualTo(Language.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title ",
                "the the ",
                "cut on every beat and ",
                "标题",
                "在顶部",
                "1",
                "music volume at ",
                "\"",
                "a 5 second ",
                "for the first 3 seconds ",
                "top left ",
                "make a "
            })
    void longTextsAreReadInTime(String piece) {
        assertTimeoutPreemptively(Duration.ofSeconds(3), () -> reader.read(piece.repeat(4000), null, List.of()));
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
        if (!instruction.files().areAll()) {
            said.append(" | files: ").append(instruction.files().list());
        }
        return said.toString();
    }

    private static String said(FileRef file) {
        return switch (file) {
            case FileRef.Named(String name) -> name;
            case FileRef.Number(int number, Material.Kind kind) -> kind + " " + number;
        };
    }

    private static String said(Wish wish) {
        return switch (wish) {
            case Wish.Sync sync -> "sync";
            case Wish.Cuts(Density.Beats(int count)) -> "every " + count + " beats";
            case Wish.Cuts(Density.Bars(int count)) -> "every " + count + " bars";
            case Wish.Cuts(Density.Time(long ms)) -> "every " + ms + " ms";
            case Wish.Length(long ms) -> ms + " ms";
            case Wish.Framing(Shape shape) -> shape.name();
            case Wish.MusicGain(double gain) -> "music " + gain;
            case Wish.OwnGain(double gain) -> "own " + gain;
            case Wish.SongFrom(SongPoint.At(long ms)) -> "song from " + ms;
            case Wish.SongFrom(SongPoint.Drop drop) -> "song from drop";
            case Wish.SongFrom(SongPoint.Best best) -> "song from best";
            case Wish.NoTitle none -> "no title";
            case Wish.Place(Job job) -> job.name();
            case Wish.OnBeats(var positions) -> "beats " + new TreeSet<>(positions);
            case Wish.Pace(double factor, Part where) -> "cuts x" + factor + (where == null ? "" : " in " + where);
            case Wish.Shortest(long ms) -> "shortest " + ms;
            case Wish.Longest(long ms) -> "longest " + ms;
            case Wish.ClipRule(FileRef file, Rule rule) -> said(file) + " " + rule;
            case Wish.Transition(TransitionKind kind, Role where) -> kind + " on " + where;
            case Wish.Regrid(Correction c) -> c.equals(Correction.NONE)
                    ? "beats as heard"
                    : "beats x" + c.times() + "/" + c.per() + " +" + c.offsetMs() + " downbeat " + c.downbeatMs() + " metre " + c.metre();
            case Wish.Tempo(double tempo) -> "tempo " + tempo;
            case Wish.NoTransition(TransitionKind kind) -> "no " + (kind == null ? "transitions" : kind);
            case Wish.LengthPlus(long ms) -> "length +" + ms;
            case Wish.Fade(boolean in, boolean out, long ms) ->
                "fade" + (in ? " in" : "") + (out ? " out" : "") + " " + ms;
            case Wish.LengthBy(double factor) -> "length x" + factor;
            case Wish.MusicBy(double factor) -> "music x" + factor;
            case Wish.OwnBy(double factor) -> "own x" + factor;
            case Wish.Duck(boolean on) -> on ? "duck" : "no duck";
            case Wish.OtherSong(FileRef file) -> "other song" + (file == null ? "" : ": " + said(file));
            case Wish.Undo(int steps) -> "undo " + steps;
            case Wish.Redo(int steps) -> "redo " + steps;
            case Wish.Title(String text, TitleLook look) ->
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
