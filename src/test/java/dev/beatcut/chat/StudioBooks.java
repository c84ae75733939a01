package dev.beatcut.chat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.state.Records;
import dev.beatcut.state.Versioned;
import dev.beatcut.studio.library.Account;
import dev.beatcut.studio.library.Turn;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the studio has in its books at the end of a simulation: messages heard, and credits. */
final class StudioBooks {

    /** One message as it was heard, and what it was charged. */
    record Receipt(String text, String session, long at, boolean edited, long charged) {
        static Receipt of(Turn turn) {
            var edited = turn.status() == Turn.Status.EDITED;
            return new Receipt(turn.text(), turn.session(), turn.createdAt(), edited, edited ? turn.price() : 0);
        }
    }

    /** Every message that can be heard has one: the turn's, and its caller's. */
    private static final Pattern NUMBER = Pattern.compile("Nr \\d+ of (\\d+)");

    private static final int ALL = 1_000_000;

    private final Simulation simulation;
    private final List<Receipt> receipts;
    private final Map<String, List<Receipt>> byText;

    StudioBooks(Simulation simulation) {
        this.simulation = simulation;
        this.receipts = all("studio/turn", Turn.class).stream()
                .map(Receipt::of)
                .sorted(Comparator.comparingLong(Receipt::at))
                .toList();
        this.byText = receipts.stream().collect(Collectors.groupingBy(Receipt::text));
    }

    private <T> List<T> all(String partition, Class<T> type) {
        ObjectMapper json = simulation.json;
        return Records.of(simulation.studio.table, json, type, simulation.time)
                .list(partition, "", ALL, null)
                .values()
                .stream()
                .map(Versioned::value)
                .toList();
    }

    List<Receipt> receipts(String text) {
        return byText.getOrDefault(text, List.of());
    }

    /** By session, the messages as they were heard. */
    Map<String, List<String>> order() {
        return receipts.stream()
                .collect(Collectors.groupingBy(
                        receipt -> callers(receipt.text()),
                        Collectors.mapping(Receipt::text, Collectors.toList())));
    }

    /** By session, the messages that were heard, as they were said. */
    Map<String, List<String>> orderSaid() {
        return simulation.said.stream()
                .map(Simulation.Said::text)
                .filter(byText::containsKey)
                .collect(Collectors.groupingBy(StudioBooks::callers));
    }

    private static String callers(String text) {
        var number = NUMBER.matcher(text);
        return number.find() ? number.group(1) : text;
    }

    long frozen() {
        return all("studio/account", Account.class).stream().mapToLong(Account::frozen).sum();
    }

    long charged() {
        return receipts.stream().mapToLong(Receipt::charged).sum();
    }

    /** What the accounts have lost, all together. */
    long lost() {
        return all("studio/account", Account.class).stream()
                .mapToLong(account -> Simulation.CREDITS - account.total())
                .sum();
    }
}
