package dev.beatcut.render;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * What a seed draws: the studio's faults, the callers, the servers, and the world that is told.
 *
 * @param faults of the studio
 * @param filming how long a film takes at most, in seconds
 * @param heldUp percent of submits that are still on their way when nobody waits any more
 * @param exports callers, one export each
 * @param servers processes
 * @param deaf percent of tries to tell somebody that fail
 * @param deafFor how long everybody is deaf at first
 */
record ExportPlan(List<String> faults, int filming, int heldUp, int exports, int servers, int deaf, Duration deafFor) {

    /** Each hits an export's life at another place; a seed takes a few of them. */
    private static final List<String> FAULTS = List.of(
            "render-fails@once",
            "render-fails@50%",
            "render-fails",
            "render-cancelled@once",
            "render-late=40s",
            "render-late=5m@50%",
            "render-forgotten:poll@once",
            "render-forgotten:poll@30%",
            "render-forgotten:cancel@once",
            "duplicate-render-id",
            "render-reply=top",
            "render-reply=data",
            "plan@once",
            "lose-reply:submit@once",
            "lose-reply:submit@50%",
            "lose-reply:poll@30%",
            "lose-reply:cancel@once",
            "lose-reply:download@once",
            "lose-reply:state@once",
            "empty-body:submit@once",
            "empty-body:poll@once",
            "empty-body:cancel@once",
            "slow=90s:submit@once",
            "slow=20s:submit",
            "slow=50s:poll@50%",
            "slow=70s:poll@30%",
            "slow=70s:cancel@once",
            "slow=30s:cancel",
            "html:submit@once",
            "html:submit@50%",
            "html:poll@40%",
            "html:cancel@once",
            "rate-limit:submit@once",
            "rate-limit=20:poll@40%",
            "rate-limit=300:poll@once",
            "rate-limit:cancel@once",
            "token-expires:submit@once",
            "token-expires:poll@once",
            "session-gone:submit@once");

    static ExportPlan of(Random random) {
        return new ExportPlan(
                faults(random),
                random.nextInt(4) == 0 ? 0 : random.nextInt(1, 150),
                random.nextInt(3) == 0 ? 50 : 0,
                random.nextInt(4) == 0 ? 2 : 1,
                2 + random.nextInt(2),
                random.nextInt(2) * random.nextInt(40),
                Duration.ofSeconds(random.nextInt(8) == 0 ? random.nextInt(400) : 0));
    }

    /** Faults that exclude each other are not drawn together. */
    private static List<String> faults(Random random) {
        var drawn = new LinkedHashMap<String, String>();
        for (int i = random.nextInt(5); i > 0; i--) {
            var fault = FAULTS.get(random.nextInt(FAULTS.size()));
            drawn.putIfAbsent(place(fault), fault);
        }
        return List.copyOf(drawn.values());
    }

    /** Where it hits: one side of the answer to one kind of request. */
    private static String place(String fault) {
        var word = fault.split("[=:@]")[0];
        var side =
                switch (word) {
                    case "html", "rate-limit", "token-expires", "session-gone", "plan" -> "admission";
                    case "lose-reply", "empty-body" -> "reply";
                    case "render-fails", "render-cancelled", "duplicate-render-id" -> "intake";
                    default -> word;
                };
        var request = Pattern.compile(":([a-z]+)").matcher(fault);
        return side + (request.find() ? request.group(1) : "submit");
    }
}
