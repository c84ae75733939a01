package dev.beatcut.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beatcut.intent.Intent;
import dev.beatcut.problem.ProblemBody;
import java.time.Instant;
import java.util.List;

/**
 * A turn as callers see it; what is not known is left out.
 *
 * @param intent what it was taken for
 * @param reply so far; whole when the status is DONE
 * @param changes what became of the timeline, in words
 * @param renderId the export that it started
 * @param offers what may be said next, as the reply offers it in words
 * @param problem why it failed; of one that is DONE, why the film that it asked for is not made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TurnView(
        String id,
        String sessionId,
        String text,
        List<String> media,
        Intent intent,
        TurnStatus status,
        String reply,
        List<String> changes,
        List<Offer> offers,
        List<Note> notes,
        String renderId,
        ProblemBody problem,
        Instant createdAt,
        Instant finishedAt) {

    static TurnView of(Turn turn) {
        return new TurnView(
                turn.id(),
                turn.session(),
                turn.text(),
                turn.media(),
                turn.intent(),
                turn.status(),
                turn.reply(),
                turn.changes(),
                turn.offers(),
                turn.notes(),
                turn.render(),
                turn.problem(),
                turn.createdAt(),
                turn.finishedAt());
    }
}
