package dev.beatcut.announce;

/** The way to one destination. */
interface Channel {

    /** One try, which takes some seconds at most and does not throw. */
    Outcome tell(Audience audience, Happening what);
}
