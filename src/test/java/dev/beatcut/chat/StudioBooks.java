package dev.beatcut.chat;

import dev.beatcut.studio.library.Account;
import dev.beatcut.studio.wire.InProcessStudio;
import dev.beatcut.studio.wire.InProcessStudio.Heard;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the studio has in its books at the end of a simulation: messages heard, and credits. */
final class StudioBooks {

    /** Every message that can be heard has one: the turn's, and its caller's. */
    private static final Pattern NUMBER = Pattern.compile("Nr \\d+ of (\\d+)");

    private final List<Heard> heard;
    private final Map<String, List<Heard>> byText;
    private final List<Account> accounts;

    StudioBooks(InProcessStudio studio) {
        this.heard = studio.heard();
        this.byText = heard.stream().collect(Collectors.groupingBy(Heard::text));
        this.accounts = studio.accounts();
    }

    List<Heard> receipts(String text) {
        return byText.getOrDefault(text, List.of());
    }

    /** By caller, the messages as they were heard. */
    Map<String, List<String>> order() {
        return heard.stream().map(Heard::text).collect(Collectors.groupingBy(StudioBooks::caller));
    }

    /** By caller, the messages that were heard, as they were said. */
    Map<String, List<String>> orderSaid(List<Simulation.Said> said) {
        return said.stream()
                .map(Simulation.Said::text)
                .filter(byText::containsKey)
                .collect(Collectors.groupingBy(StudioBooks::caller));
    }

    private static String caller(String text) {
        var number = NUMBER.matcher(text);
        return number.find() ? number.group(1) : text;
    }

    long frozen() {
        return accounts.stream().mapToLong(Account::frozen).sum();
    }

    long charged() {
        return heard.stream().mapToLong(Heard::charged).sum();
    }

    /** What the accounts have lost, all together, of the {@code credits} that each began with. */
    long lost(long credits) {
        return accounts.stream().mapToLong(account -> credits - account.total()).sum();
    }
}
