package dev.beatcut.nemo;

/**
 * Credits. What the upstream leaves out or gives as negative is 0.
 *
 * @param available can be spent
 * @param frozen reserved for work under way
 * @param total both
 */
public record Balance(long available, long frozen, long total) {}
