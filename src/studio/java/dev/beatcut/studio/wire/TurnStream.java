package dev.beatcut.studio.wire;

import dev.beatcut.studio.library.TurnEvent;
import dev.beatcut.studio.library.Turns;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Watches one turn and tells what it sees until the turn is over or the client is gone. The turn itself goes on without
 * it.
 */
final class TurnStream implements StreamingOutput {

    private static final long LOOK_EVERY_MS = 250;

    private final Turns turns;
    private final String turn;
    private final BlockingQueue<TurnEvent> seen;
    private final Story story;
    private final Duration heartbeat;

    TurnStream(Turns turns, String turn, BlockingQueue<TurnEvent> seen, Story story, Duration heartbeat) {
        this.turns = turns;
        this.turn = turn;
        this.seen = seen;
        this.story = story;
        this.heartbeat = heartbeat;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        var speaker = story.speaker(out);
        try {
            speaker.heartbeat();
            watch(speaker);
            story.over(turns.turn(turn), speaker);
        } catch (Cut.Done brokenOnPurpose) {
            // There is nobody left to tell.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            turns.leave(turn);
        }
    }

    private void watch(Speaker speaker) throws IOException, InterruptedException {
        long silentSince = System.nanoTime();
        while (!allSeen()) {
            var event = seen.poll(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
            if (event != null) {
                story.tool(event, speaker);
                silentSince = System.nanoTime();
            } else if (System.nanoTime() - silentSince >= heartbeat.toNanos()) {
                speaker.heartbeat();
                silentSince = System.nanoTime();
            }
        }
    }

    /** Looks at the queue last: what was seen before the turn was over is in it by then. */
    private boolean allSeen() {
        return seen.isEmpty() && turns.turn(turn).isOver() && seen.isEmpty();
    }
}
