package dev.beatcut.chat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "beatcut.chat")
public interface ChatConfig {

    /** When nothing is heard but heartbeats, so often there is a note. */
    @WithDefault("2m")
    Duration noteEvery();

    /** After an edit that ended without a word and without a change: when to look again. */
    @WithDefault("3s,3s,3s,3s")
    List<Duration> silentLooks();

    /** After a stream that broke: when to look what became of it. */
    @WithDefault("30s,60s,60s,60s,60s")
    List<Duration> brokenLooks();

    /** A process that died gives up its session's turns after so long. */
    @WithDefault("30s")
    Duration lease();

    /** With less than this left of a worker's time (a Lambda's), no turn is begun: it waits for the next worker. */
    @WithDefault("1m")
    Duration leastTime();

    /** A turn that nobody has begun is anybody's after so long: its wake-up was lost, or its process died. */
    @WithDefault("30s")
    Duration foundAfter();

    /** So long at most the reply is told to one who listens; unset: until the turn is over. A gateway that waits for 30 s needs it. */
    Optional<Duration> listening();

    /** Whether this process lives on when a caller is answered. A Lambda does not: there the poller runs the turns. */
    @WithDefault("true")
    boolean livesOn();

    default Conversation.Rules rules() {
        return new Conversation.Rules(new Looks(silentLooks(), brokenLooks()), noteEvery(), leastTime());
    }
}
