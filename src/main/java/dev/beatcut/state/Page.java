package dev.beatcut.state;

import java.util.List;

/** Items in sort order; {@code next} is the sort key to go on after, or null at the end. */
public record Page(List<Item> items, String next) {}
