package dev.beatcut.studio.library;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A user and the credits that are left.
 *
 * @param available credits that can be spent
 * @param holds credits set aside for work under way, by turn
 */
public record Account(String userId, long available, Map<String, Long> holds) {

    public Account {
        holds = Map.copyOf(holds);
    }

    public long frozen() {
        return holds.values().stream().mapToLong(Long::longValue).sum();
    }

    public long total() {
        return available + frozen();
    }

    boolean holds(String turn) {
        return holds.containsKey(turn);
    }

    boolean canPay(long price) {
        return available >= price;
    }

    /** Sets {@code price} aside for {@code turn}, once. */
    Account freeze(String turn, long price) {
        if (holds(turn)) {
            return this;
        }
        var held = new LinkedHashMap<>(holds);
        held.put(turn, price);
        return new Account(userId, available - price, held);
    }

    /** The work is done: what was set aside is gone. A second time changes nothing. */
    Account settle(String turn) {
        return new Account(userId, available, without(turn));
    }

    /** The work came to nothing: what was set aside comes back. A second time changes nothing. */
    Account release(String turn) {
        return new Account(userId, available + holds.getOrDefault(turn, 0L), without(turn));
    }

    Account refill(long atLeast) {
        return new Account(userId, Math.max(available, atLeast), holds);
    }

    private Map<String, Long> without(String turn) {
        var held = new LinkedHashMap<>(holds);
        held.remove(turn);
        return held;
    }
}
