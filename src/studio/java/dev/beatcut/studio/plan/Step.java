package dev.beatcut.studio.plan;

/** Back and forth in what a session was. */
final class Step {

    /** More than any session keeps. */
    private static final int FURTHEST = 1000;

    private Step() {}

    /** @return null when the instruction asks for no step */
    static Plan of(Instruction instruction, Request request) {
        var undo = instruction.first(Wish.Undo.class);
        var redo = instruction.first(Wish.Redo.class);
        if (undo.isEmpty() && redo.isEmpty()) {
            return null;
        }
        boolean back = undo.isPresent();
        int wanted = back ? undo.get().steps() : redo.get().steps();
        int possible = possible(request, back, Math.min(wanted, FURTHEST));
        var replies = new StepReplies(instruction);
        if (possible == 0) {
            return new Plan.Declined(replies.nowhere(back));
        }
        var film = request.history().at(back ? -possible : possible);
        boolean allThereWas = wanted != Undos.ALL && possible < wanted;
        return new Plan.Stepped(back ? -possible : possible, replies.stepped(back, possible, allThereWas, film));
    }

    private static int possible(Request request, boolean back, int wanted) {
        int possible = 0;
        while (possible < wanted && request.history().at(back ? -possible - 1 : possible + 1) != null) {
            possible++;
        }
        return possible;
    }
}
