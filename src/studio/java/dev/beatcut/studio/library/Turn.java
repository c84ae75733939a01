package dev.beatcut.studio.library;

/**
 * One message and what became of it.
 *
 * @param price credits set aside for it
 * @param attempts how often work on it was begun, and not hindered by a store that was away
 * @param reply for people; null until it is over, and when it failed
 * @param failure why it failed, for people; else null
 */
public record Turn(
        String id,
        String session,
        String owner,
        String text,
        long price,
        Status status,
        int attempts,
        String reply,
        String failure,
        long createdAt) {

    public enum Status {
        OPEN,
        EDITED,
        DECLINED,
        FAILED
    }

    public boolean isOver() {
        return status != Status.OPEN;
    }

    Turn begun() {
        return new Turn(id, session, owner, text, price, status, attempts + 1, reply, failure, createdAt);
    }

    /** This attempt failed through no fault of its own. */
    Turn hindered() {
        return isOver()
                ? this
                : new Turn(id, session, owner, text, price, status, attempts - 1, reply, failure, createdAt);
    }

    Turn edited(String said) {
        return over(Status.EDITED, said, null);
    }

    Turn declined(String said) {
        return over(Status.DECLINED, said, null);
    }

    Turn failed(String why) {
        return over(Status.FAILED, null, why);
    }

    private Turn over(Status how, String said, String why) {
        return isOver() ? this : new Turn(id, session, owner, text, price, how, attempts, said, why, createdAt);
    }
}
