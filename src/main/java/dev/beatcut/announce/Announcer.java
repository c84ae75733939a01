package dev.beatcut.announce;

/** Tells what has happened. */
public interface Announcer {

    /**
     * Tells everybody who is due to be told now. It never fails: who cannot be told now is told later, or given up.
     *
     * @return how far it is then; to be stored, after which nobody is told again who was told here
     */
    Announcement tell(Announcement before, Happening what);
}
