package dev.beatcut.nemo;

import static dev.beatcut.nemo.Frames.adk;
import static dev.beatcut.nemo.Frames.answered;
import static dev.beatcut.nemo.Frames.callPart;
import static dev.beatcut.nemo.Frames.delta;
import static dev.beatcut.nemo.Frames.flat;
import static dev.beatcut.nemo.Frames.flatTool;
import static dev.beatcut.nemo.Frames.part;
import static dev.beatcut.nemo.Frames.thought;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** A turn by chance: some model calls, each with a text, tools, or both; and how servers tell it. */
record ScriptedTurn(List<ModelCall> calls) {

    /** @param text may be empty */
    record ModelCall(String text, List<String> tools) {}

    private static final List<String> TEXTS = List.of(
            "Done.",
            "视频已经剪好了！满意后点击右上角的“导出”按钮下载成片。",
            "I encoded it: \"Urban Dreams\" \\ 3 s.\n\nTwo lines\r\n\tand a tab.",
            "I",
            "🎬 Cut to the beat 👍🏽",
            "data: {\"type\":\"heartbeat\"}",
            "x".repeat(300));

    static ScriptedTurn by(RandomGenerator chance) {
        var calls = new ArrayList<ModelCall>();
        for (var i = chance.nextInt(5); i > 0; i--) {
            var text = chance.nextInt(3) == 0 ? "" : TEXTS.get(chance.nextInt(TEXTS.size()));
            calls.add(new ModelCall(text, List.of("edit", "music", "title").subList(0, chance.nextInt(4))));
        }
        return new ScriptedTurn(calls);
    }

    String text() {
        return calls.stream()
                .map(ModelCall::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    List<String> tools() {
        return calls.stream().flatMap(call -> call.tools().stream()).toList();
    }

    TurnOutcome outcome() {
        return !text().isEmpty()
                ? new TurnOutcome.Spoke(text())
                : tools().isEmpty() ? new TurnOutcome.Empty() : new TurnOutcome.Silent();
    }

    List<String> inAdk(RandomGenerator chance) {
        var frames = new ArrayList<String>();
        for (var call : calls) {
            adkDeltas(call, chance, frames);
            var parts = new ArrayList<String>();
            if (chance.nextBoolean()) {
                parts.add(thought("Let me think"));
            }
            if (!call.text().isEmpty()) {
                parts.add(part(call.text()));
            }
            if (chance.nextBoolean()) {
                frames.add(adk("a", false, parts.toArray(String[]::new)));
                parts.clear();
            }
            call.tools().forEach(tool -> parts.add(callPart(tool)));
            frames.add(adk("a", false, parts.toArray(String[]::new)));
            call.tools().forEach(tool -> frames.add(answered("a", tool)));
        }
        if (chance.nextBoolean()) {
            frames.add("{\"errorCode\":\"STOP\",\"author\":\"a\"}");
        }
        return frames;
    }

    private static void adkDeltas(ModelCall call, RandomGenerator chance, List<String> frames) {
        if (chance.nextBoolean()) {
            frames.add(adk("a", true, thought("Let me")));
            pieces(call.text(), chance).forEach(piece -> frames.add(delta("a", piece)));
            call.tools().forEach(tool -> frames.add(adk("a", true, callPart(tool))));
        }
    }

    List<String> inFlat(RandomGenerator chance) {
        var frames = new ArrayList<String>();
        for (var call : calls) {
            var streamed = chance.nextBoolean();
            if (streamed) {
                pieces(call.text(), chance).forEach(piece -> frames.add(flat("chunk", piece)));
            }
            if (!call.text().isEmpty() && (!streamed || call.tools().isEmpty() || chance.nextBoolean())) {
                frames.add(flat("text", call.text()));
            }
            for (var tool : call.tools()) {
                frames.add(flatTool("tool_call", tool));
                frames.add(flatTool("tool_result", tool));
            }
        }
        return frames;
    }

    private static List<String> pieces(String text, RandomGenerator chance) {
        var pieces = new ArrayList<String>();
        for (var from = 0; from < text.length(); ) {
            var to = text.offsetByCodePoints(
                    from, Math.min(text.codePointCount(from, text.length()), 1 + chance.nextInt(40)));
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }
}
