package dev.beatcut.studio.library;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How this studio is run. */
@ConfigMapping(prefix = "beatcut.studio")
public interface StudioSettings {

    /** Off: its endpoints answer 404 and no work is done. */
    @WithDefault("true")
    boolean enabled();

    /** For callers on other machines too, as the cloud is; else for the server that it is in. Links work anywhere. */
    @WithDefault("false")
    boolean hosted();

    /** The wire is all that this server answers: the API of its own backend is closed. Needs a {@link #token}. */
    @WithDefault("false")
    boolean alone();

    /** The only token that is good here, that of a team: nobody gets another; unset: each client gets one of its own. */
    Optional<String> token();

    /** Credits that come with a new account. */
    @WithDefault("100")
    long credits();

    /** What one edit costs; a declined or failed one costs nothing. */
    @WithDefault("4")
    long editPrice();

    @WithDefault("7d")
    Duration tokenLifetime();

    /** Bytes of one uploaded file: 500 x 2^20. */
    @WithDefault("524288000")
    long maxUpload();

    /** Longest silence of a stream. */
    @WithDefault("10s")
    Duration heartbeat();

    @WithDefault("1")
    int concurrentRenders();

    /** Files listened to or looked at at the same time. */
    @WithDefault("1")
    int concurrentAnalyses();

    /** After this long without a sign of life, another node (or the restarted one) takes over a turn or a render. */
    @WithDefault("15s")
    Duration lease();

    /** Folder for uploads that come in and films that are made; emptied of what a dead process left. */
    @WithDefault("${beatcut.data:${user.home}/.beatcut}/scratch")
    Path scratch();

    /** Folder of what was made of uploads and may serve the next film; what is in it can be made again. */
    @WithDefault("${beatcut.data:${user.home}/.beatcut}/mezzanines")
    Path mezzanines();

    /** Bytes that they may take together: 4 x 2^30. The least recently used go first. */
    @WithDefault("4294967296")
    long mezzanineRoom();

    /** Parts of films are kept in the object store too: another node goes on with them. Its rules have to forget them. */
    @WithDefault("false")
    boolean sharedParts();

    /** Misbehaviour on purpose, for tests of clients: {@code silent-stop@15%,cut=2048@5%}; unset: none. */
    Optional<List<String>> faults();

    /** The same seed and the same requests meet the same faults; unset: another one at each start. */
    OptionalLong faultSeed();
}
