package dev.beatcut.chat;

/** Wakes a worker elsewhere for a session whose turns wait, so that they need not wait for the next sweep. */
public interface Waking {

    /** There is nobody to wake: the sweep finds what waits. */
    Waking NOBODY = new Waking() {

        @Override
        public boolean somebody() {
            return false;
        }

        @Override
        public void wake(String owner, String session) {}
    };

    /** Whether there is somebody to wake. */
    boolean somebody();

    /** Asked when a turn is stored. It never fails: the sweep makes up for a call that is lost. */
    void wake(String owner, String session);
}
