package dev.beatcut.studio.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** A style in a draft's metadata, under {@code plan}, so that a later turn changes only what it asks for. */
final class StyleNotes {

    private StyleNotes() {}

    /** What cannot be read, because it came from elsewhere, is no wish. */
    static Style read(ObjectNode m) {
        var plan = m.path("plan");
        var paces = new ArrayList<Wish.Pace>();
        for (var pace : plan.path("pace")) {
            double factor = pace.path("factor").asDouble();
            var where = word(Part.class, pace.path("where"));
            if (factor > 0 && (where != null || !pace.has("where"))) {
                paces.add(new Wish.Pace(factor, where));
            }
        }
        var onBeats = new HashSet<Integer>();
        plan.path("onBeats").forEach(position -> onBeats.add(position.asInt()));
        return new Style(
                word(Job.class, plan.path("job")),
                paces,
                Math.max(0, plan.path("shortest").asLong()),
                Math.max(0, plan.path("longest").asLong()),
                onBeats,
                laws(plan.path("rules")),
                transitions(plan.path("transitions")),
                rhythms(plan.path("rhythms")));
    }

    private static List<Style.Law> laws(JsonNode rules) {
        var laws = new ArrayList<Style.Law>();
        for (var law : rules) {
            var rule = word(Rule.class, law.path("rule"));
            if (rule != null && law.path("src").isTextual()) {
                laws.add(new Style.Law(law.path("src").asText(), rule));
            }
        }
        return laws;
    }

    private static EnumMap<Part, Density> rhythms(JsonNode said) {
        var rhythms = new EnumMap<Part, Density>(Part.class);
        for (var each : said) {
            var where = word(Part.class, each.path("where"));
            var density = Brief.density(each);
            if (where != null && density != null) {
                rhythms.put(where, density);
            }
        }
        return rhythms;
    }

    private static EnumMap<Role, TransitionKind> transitions(JsonNode said) {
        var transitions = new EnumMap<Role, TransitionKind>(Role.class);
        for (var each : said) {
            var where = word(Role.class, each.path("where"));
            var kind = word(TransitionKind.class, each.path("kind"));
            if (where != null && kind != null) {
                transitions.put(where, kind);
            }
        }
        return transitions;
    }

    static void write(Style style, ObjectNode m) {
        var plan = m.path("plan").isObject() ? (ObjectNode) m.path("plan") : m.putObject("plan");
        plan.remove(List.of("job", "pace", "shortest", "longest", "onBeats", "rules", "transitions", "rhythms"));
        if (style.job() != null) {
            plan.put("job", word(style.job()));
        }
        style.paces().forEach(pace -> {
            var note = plan.withArray("pace").addObject().put("factor", pace.factor());
            if (pace.where() != null) {
                note.put("where", word(pace.where()));
            }
        });
        if (style.shortest() > 0) {
            plan.put("shortest", style.shortest());
        }
        if (style.longest() > 0) {
            plan.put("longest", style.longest());
        }
        style.onBeats().stream().sorted().forEach(plan.withArray("onBeats")::add);
        style.laws().forEach(law -> plan.withArray("rules")
                .addObject()
                .put("src", law.src())
                .put("rule", word(law.rule())));
        style.rhythms().keySet().stream()
                .sorted()
                .forEach(part -> Brief.write(
                        style.rhythms().get(part),
                        plan.withArray("rhythms").addObject().put("where", word(part))));
        for (var role : Role.values()) {
            if (style.transitions().containsKey(role)) {
                plan.withArray("transitions")
                        .addObject()
                        .put("where", word(role))
                        .put("kind", word(style.transitions().get(role)));
            }
        }
        if (plan.path("onBeats").isEmpty()) {
            plan.remove("onBeats");
        }
        if (plan.isEmpty()) {
            m.remove("plan");
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> E word(Class<E> type, JsonNode said) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> word(each).equals(said.asText()))
                .findFirst()
                .orElse(null);
    }
}
