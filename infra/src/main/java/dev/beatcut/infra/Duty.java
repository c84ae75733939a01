package dev.beatcut.infra;

/**
 * What one function is there for, and what it needs for that.
 *
 * @param name of the Funqy function, or {@code api}
 * @param timeoutSeconds at which Lambda ends it; the function itself stops a little before
 * @param memory times that of the smallest function
 * @param objects what it does with the bucket
 * @param due whether it looks for what is due
 * @param wakes whether it wakes {@code chat}
 * @param answers whether it tells a waiting state machine how a render ended
 */
record Duty(String name, int timeoutSeconds, int memory, Objects objects, boolean due, boolean wakes, boolean answers) {

    enum Objects {
        READ,
        WRITE
    }

    /** API Gateway waits for 30 s. */
    static final Duty API = new Duty("api", 29, 2, Objects.WRITE, false, true, true);

    static final Duty OPEN_SESSION = quick("open-session");

    /** It stays until the upstream has the file, of 500 MB at most. */
    static final Duty UPLOAD = new Duty("upload", 900, 2, Objects.WRITE, false, false, false);

    /** It stays until the turn is over. */
    static final Duty CHAT = new Duty("chat", 900, 1, Objects.WRITE, false, false, true);

    static final Duty ASK = new Duty("ask", 30, 1, Objects.WRITE, false, true, true);

    static final Duty EXPORT = new Duty("export", 60, 1, Objects.WRITE, false, false, true);

    static final Duty CANCEL = new Duty("cancel", 60, 1, Objects.WRITE, false, false, true);

    static final Duty TIMELINE = quick("timeline");

    static final Duty CREDITS = quick("credits");

    /** Called every half minute; what it has begun it brings to an end in its own time. */
    static final Duty POLL_RENDERS = new Duty("poll-renders", 120, 1, Objects.WRITE, true, false, true);

    private static Duty quick(String name) {
        return new Duty(name, 30, 1, Objects.READ, false, false, false);
    }
}
