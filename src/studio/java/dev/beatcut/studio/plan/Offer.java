package dev.beatcut.studio.plan;

/**
 * A stretch that could be shown.
 *
 * @param uses how often its most used moment was shown already
 * @param trouble scene cuts of the source inside, 0 is none
 * @param dull share of it that is black, frozen or blurred, 0 to 1
 * @param idle how far it stays behind what its clip has to show, 0 to 1: a road before the car comes
 * @param interest the more, the better
 * @param motion 0 still to 1 wild
 * @param hit how well a motion peak lies on an accent of the music, 0 to 1
 * @param place where in its clip it begins, 0 to 1
 * @param waste 0, or 1 if it leaves a rest beside it that is too short for a shot
 */
record Offer(
        Reel reel,
        Stretch stretch,
        int uses,
        double trouble,
        double dull,
        double idle,
        double interest,
        double motion,
        double hit,
        double place,
        double waste) {

    private static final double USED = 10;
    private static final double DULL = 12;
    private static final double MORE_DULL = 14;
    private static final double IDLE = 8;

    /** Fresh before repeated, unless it shows nothing; then undisturbed; then the most interesting. */
    double cost() {
        double spoilt = dull > 0 ? DULL + MORE_DULL * dull : 0;
        return USED * uses + spoilt + IDLE * idle + 3 * trouble - 1.5 * interest - 1.5 * hit;
    }
}
