package dev.beatcut.announce;

/** The way to one destination. */
interface Channel {

    /** One try, which takes some seconds at most. */
    Outcome tell(Audience audience, Happening what);

    /** As {@link Announcer#check}, of what concerns this destination. */
    default void check(Audience audience) {}

    /** As {@link Announcer#alive}. */
    default void alive(Audience audience) {}
}
