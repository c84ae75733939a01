package dev.beatcut.laptop;

import java.io.Console;
import java.io.PrintStream;

/** Where a person looks: a bar that is drawn over itself on a terminal, plain lines elsewhere. */
final class Screen {

    private static final int BAR = 30;

    private final PrintStream out;
    private final boolean terminal;
    private String step = "";
    private int shown = -1;

    Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** This process's own standard output. */
    static Screen standard() {
        Console console = System.console();
        return new Screen(System.out, console != null && console.isTerminal());
    }

    /** Begins a step of the work; the one before it is done. */
    void step(String what) {
        done();
        step = what;
        shown = -1;
        if (!terminal) {
            out.println(what + " ...");
        } else {
            progress(0);
        }
    }

    /** @param percent 0 to 100; plain lines are printed at every tenth only */
    void progress(int percent) {
        if (percent <= shown || (!terminal && percent / 10 <= shown / 10)) {
            return;
        }
        shown = percent;
        if (terminal) {
            draw(percent);
        } else if (percent > 0) {
            out.println("  " + percent + " %");
        }
        out.flush();
    }

    private void draw(int percent) {
        var full = BAR * percent / 100;
        out.print("\r\u001b[2K" + "%-24s".formatted(step) + " [" + "#".repeat(full) + ".".repeat(BAR - full) + "] "
                + "%3d %%".formatted(percent));
    }

    /** Ends the step. */
    void done() {
        if (terminal && !step.isEmpty()) {
            draw(100);
            out.println();
        }
        step = "";
    }

    /** Ends the step where it stands. */
    void broken() {
        if (terminal && !step.isEmpty()) {
            out.println();
        }
        step = "";
    }

    void say(String line) {
        done();
        out.println(line);
    }
}
