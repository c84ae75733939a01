package dev.beatcut.laptop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void elsewhere_than_on_a_terminal_there_are_plain_lines_at_every_tenth() {
        var screen = screen(false);
        screen.step("Rendering");
        for (int percent = 0; percent <= 25; percent++) {
            screen.progress(percent);
        }
        screen.say("done");

        assertThat(shown()).isEqualToNormalizingNewlines("Rendering ...\n  10 %\n  20 %\ndone\n");
    }

    @Test
    void on_a_terminal_a_bar_is_drawn_over_itself() {
        var screen = screen(true);
        screen.step("Rendering");
        screen.progress(50);
        screen.say("done");

        assertThat(shown())
                .contains("[" + "#".repeat(15) + ".".repeat(15) + "]  50 %")
                .contains("\r\u001b[2K")
                .endsWith("[" + "#".repeat(30) + "] 100 %" + System.lineSeparator() + "done" + System.lineSeparator());
    }

    @Test
    void a_broken_step_is_not_shown_as_done() {
        var screen = screen(true);
        screen.step("Rendering");
        screen.progress(50);
        screen.broken();

        assertThat(shown()).doesNotContain("100 %");
    }

    @Test
    void progress_never_goes_back() {
        var screen = screen(true);
        screen.step("Rendering");
        screen.progress(50);
        screen.progress(20);

        assertThat(shown()).doesNotContain(" 20 %");
    }

    private Screen screen(boolean terminal) {
        return new Screen(new PrintStream(shown, true, StandardCharsets.UTF_8), terminal);
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }
}
