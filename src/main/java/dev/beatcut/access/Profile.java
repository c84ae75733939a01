package dev.beatcut.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.beatcut.problem.Problem;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Which of the two skills speaks: what it is called on the wire, how it greets, and what it asks for when nobody says. */
public enum Profile {
    MUSIC_COG_ONLINE(
            "music-cog-online",
            "sync background music to my video and adjust the beat drops to match the cuts",
            "Share your audio files and I'll get started on AI music synchronization. Or just tell me what you're"
                    + " thinking."),
    MUSIC_TO_BEST(
            "music-to-best",
            "sync visuals to the beat and create the best highlight video from my music",
            "Share your audio files and I'll get started on AI video creation. Or just tell me what you're thinking.");

    public static final Profile DEFAULT = MUSIC_COG_ONLINE;

    private final String wireName;
    private final String instruction;
    private final String greeting;

    Profile(String wireName, String instruction, String greeting) {
        this.wireName = wireName;
        this.instruction = instruction;
        this.greeting = greeting;
    }

    /** @throws Problem INVALID_REQUEST with the names that there are */
    @JsonCreator
    public static Profile of(String name) {
        return Arrays.stream(values())
                .filter(profile -> profile.wireName.equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "There is no profile \"" + name + "\".",
                        "Take one of: "
                                + Arrays.stream(values()).map(Profile::wireName).collect(Collectors.joining(", "))
                                + "."));
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The sentence that is asked when the caller says none. */
    public String instruction() {
        return instruction;
    }

    public String greeting() {
        return greeting;
    }
}
