package dev.beatcut.studio.wire;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One entry of {@code beatcut.studio.faults}: {@code name[=value][:request][@share]}.
 *
 * @param entry as it was said
 * @param where which requests can meet it
 * @param share percent of them, 100 unless said
 * @param unspent for {@code @once}: the first request that can meet it does, and no other; else null
 */
record FaultRule(
        String entry, Fault fault, FaultValue.Draw draw, Set<Endpoint> where, double share, AtomicBoolean unspent) {

    private static final Pattern ENTRY = Pattern.compile(
            "(?<name>[a-z-]+)(?:=(?<value>[^:@]*))?(?::(?<where>[a-z]+))?(?:@(?<share>once|\\d{1,3}(?:\\.\\d+)?)%?)?");

    static FaultRule of(String entry) {
        var said = ENTRY.matcher(entry.strip());
        if (!said.matches()) {
            throw new IllegalArgumentException("\"" + entry + "\" is not name, name=value or name@share%");
        }
        var fault = Fault.named(said.group("name"))
                .orElseThrow(() -> new IllegalArgumentException("there is no fault \"" + said.group("name") + "\""));
        var share = said.group("share");
        boolean once = "once".equals(share);
        return new FaultRule(
                entry.strip(),
                fault,
                fault.reads(said.group("value")),
                where(fault, said.group("where")),
                once ? 0 : share(fault, share),
                once ? new AtomicBoolean(true) : null);
    }

    private static double share(Fault fault, String said) {
        double share = said == null ? 100 : Double.parseDouble(said);
        if (share > 100) {
            throw new IllegalArgumentException(fault.word() + " cannot have a share of " + said + "%");
        }
        return share;
    }

    private static Set<Endpoint> where(Fault fault, String said) {
        if (said == null) {
            return fault.where();
        }
        return fault.where().stream()
                .filter(endpoint -> word(endpoint).equals(said))
                .findFirst()
                .<Set<Endpoint>>map(EnumSet::of)
                .orElseThrow(
                        () -> new IllegalArgumentException(fault.word() + " never happens to \"" + said + "\", only to "
                                + fault.where().stream().map(FaultRule::word).collect(Collectors.joining(", "))));
    }

    private static String word(Endpoint endpoint) {
        return endpoint.name().toLowerCase(Locale.ROOT);
    }

    boolean meets(Endpoint endpoint) {
        return where.contains(endpoint);
    }

    /** Whether this request is the one of {@code @once}. */
    boolean spend() {
        return unspent != null && unspent.compareAndSet(true, false);
    }
}
