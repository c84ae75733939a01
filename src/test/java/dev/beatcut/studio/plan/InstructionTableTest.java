package dev.beatcut.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.timeline.TrackType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An instruction does what {@code instructions.txt} says, and nothing else; and the reply is in its language. */
class InstructionTableTest {

    static Stream<Arguments> table() {
        return Lines.of("instructions.txt").stream()
                .map(line -> line.split(" \\| ", 3))
                .map(parts -> Arguments.of(parts[0], parts[1], parts[2]));
    }

    @Test
    void the_table_is_as_long_as_it_was_asked_to_be() {
        assertThat(table().count()).isGreaterThanOrEqualTo(250);
    }

    @ParameterizedTest
    @MethodSource("table")
    void an_instruction_changes_what_it_asks_and_nothing_else(String before, String instruction, String effect) {
        var session = new TableSession(before);
        var plan = session.say(instruction);

        assertThat(plan.reply()).isNotBlank();
        var effects =
                Arrays.asList(effect.replace("music to video", "music-to-video").split("; (?=[a-z])"));
        for (var each : effects) {
            if (each.startsWith("says: ") || each.startsWith("declined: ")) {
                assertThat(plan.reply()).contains(each.substring(each.indexOf(": ") + 2));
            }
        }
        switch (plan) {
            case Plan.Declined declined -> assertThat(effect).startsWith("declined: ");
            case Plan.Stepped(int by, String reply) ->
                assertThat(effects.getFirst()).isEqualTo(by < 0 ? "undo " + -by : "redo " + by);
            case Plan.Edited edited ->
                edited(
                        session,
                        edited,
                        effects.stream()
                                .filter(each -> !each.startsWith("says: "))
                                .map(Effect::of)
                                .toList());
        }
    }

    private static void edited(TableSession session, Plan.Edited edited, List<Effect> effects) {
        var after = new Facts(edited.timeline());
        if (Placed.read(edited.timeline().m()) == null) {
            Films.assertSound(edited.timeline(), TableSession.MATERIALS);
        }
        if (session.current().segments(TrackType.VIDEO).isEmpty()) {
            effects.forEach(effect -> effect.check(null, after));
            return;
        }
        var before = new Facts(session.current());
        var touched = new HashSet<String>();
        effects.forEach(effect -> {
            effect.check(before, after);
            touched.addAll(effect.touches());
        });
        var then = before.aspects();
        var now = after.aspects();
        then.keySet().removeAll(touched);
        now.keySet().removeAll(touched);
        assertThat(now).isEqualTo(then);
        if (effects.stream().noneMatch(Effect::cuts)) {
            assertThat(after.cuts()).isEqualTo(before.cuts());
            assertThat(after.names()).isEqualTo(before.names());
        }
    }
}
