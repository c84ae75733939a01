package dev.beatcut.observe;

/**
 * Something that an operator wants to know though nobody asks: looked at in each round of the sweep, on a thread of
 * its own.
 */
@FunctionalInterface
public interface Gauge {

    void look();
}
