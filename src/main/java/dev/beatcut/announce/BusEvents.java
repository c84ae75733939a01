package dev.beatcut.announce;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Puts the end on the event bus of the deployment. */
final class BusEvents implements Channel {

    private static final String SOURCE = "beatcut";

    /** What an entry is besides its data: source, type, time and the envelope below. */
    private static final int BESIDES_DATA = 2048;

    private final EventBus bus;

    BusEvents(EventBus bus) {
        this.bus = bus;
    }

    @Override
    public Outcome tell(Audience audience, Happening what) {
        var detail = JsonNodeFactory.instance
                .objectNode()
                .put("id", what.id())
                .put("type", what.type())
                .put("owner", what.owner())
                .put("at", what.at().toString())
                .set("data", Fitting.into(Fitting.AWS_LIMIT - BESIDES_DATA, what.data()));
        return bus.put(new EventBus.Event(SOURCE, what.title(), what.at(), detail.toString()));
    }
}
