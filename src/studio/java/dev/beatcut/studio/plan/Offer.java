package dev.beatcut.studio.plan;

/**
 * A stretch that could be shown.
 *
 * @param uses how often its most used moment was shown already
 * @param trouble scene cuts of the source inside, 0 is none
 * @param interest the more, the better
 */
record Offer(Reel reel, Stretch stretch, int uses, double trouble, double interest) {

    /** Fresh before repeated; then undisturbed; then the reels in turn; then the most interesting. */
    double cost(int turn, int reels) {
        return 10.0 * uses + 3 * trouble + 2.0 * turn / Math.max(1, reels) - interest * 1.5;
    }
}
