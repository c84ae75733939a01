package dev.beatcut.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class GuiTalkTableTest {

    private static final List<String> CONTENT = Table.lines("content.txt");
    private static final List<String[]> STEPS =
            Table.lines("gui-steps.txt").stream().map(GuiTalkTableTest::parts).toList();

    private static String[] parts(String line) {
        var sides = line.split(" =>", 2);
        int bar = sides[1].lastIndexOf('|');
        return new String[] {
            sides[0],
            sides[1].substring(0, bar).strip(),
            sides[1].substring(bar + 1).strip()
        };
    }

    static Stream<String> everything() {
        return Stream.concat(CONTENT.stream(), STEPS.stream().map(line -> line[0]));
    }

    @ParameterizedTest
    @FieldSource("STEPS")
    void stepsAreGoneAndContentRemains(String said, String kept, String suggested) {
        var talk = GuiTalk.of(said);
        assertThat(talk.text()).isEqualTo(kept);
        var expected = EnumSet.noneOf(Suggestion.class);
        Arrays.stream(suggested.split(" "))
                .filter(name -> !name.isEmpty())
                .map(Suggestion::valueOf)
                .forEach(expected::add);
        assertThat(talk.suggestions()).isEqualTo(expected);
    }

    @ParameterizedTest
    @FieldSource("CONTENT")
    void contentIsLeftAlone(String said) {
        assertThat(GuiTalk.of(said).text()).isEqualTo(said);
        assertThat(GuiTalk.of(said).suggestions()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void whatWasToldIsNotChangedWhenItIsToldAgain(String said) {
        var once = GuiTalk.of(said).text();
        assertThat(GuiTalk.of(once).text()).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void twoDeltasTellTheSameWhereverTheyMeet(String said) {
        for (int at = 0; at <= said.length(); at++) {
            assertTold(said, List.of(said.substring(0, at), said.substring(at)));
        }
    }

    @ParameterizedTest
    @MethodSource("everything")
    void anyNumberOfDeltasTellsTheSame(String said) {
        assertTold(said, Arrays.asList(said.split("")));
        var random = new Random(said.hashCode());
        for (int i = 0; i < 8; i++) {
            int longest = 1 + random.nextInt(12);
            assertTold(said, Arrays.asList(said.split("(?<=\\G(?s:.{" + longest + "}))")));
        }
    }

    @Test
    void longRepliesOfManySentencesTellTheSame() {
        var random = new Random(7);
        var lines = everything().toList();
        for (int i = 0; i < 40; i++) {
            var reply = new StringBuilder();
            for (int n = 0; n < 6; n++) {
                reply.append(lines.get(random.nextInt(lines.size()))).append(random.nextBoolean() ? "\n\n" : ". ");
            }
            var said = reply.toString();
            assertTold(said, Arrays.asList(said.split("(?<=\\G(?s:.{" + (1 + random.nextInt(9)) + "}))")));
        }
    }

    /** Live, nothing is told that the whole reply does not have. */
    private static void assertTold(String said, List<String> deltas) {
        var whole = GuiTalk.of(said);
        var retelling = new Retelling();
        var told = new StringBuilder();
        for (var delta : deltas) {
            told.append(retelling.hear(delta));
            assertThat(whole.text()).startsWith(told.toString());
            assertThat(retelling.soFar().text()).isEqualTo(told.toString());
        }
        told.append(retelling.end());
        assertThat(told.toString()).isEqualTo(whole.text());
        assertThat(retelling.soFar()).isEqualTo(whole);
        assertThat(retelling.end()).isEmpty();
    }

    @Test
    void theTablesAreLongEnoughToMeanSomething() {
        assertThat(STEPS.size()).isGreaterThanOrEqualTo(80);
        assertThat(CONTENT.size()).isGreaterThanOrEqualTo(50);
    }
}
