package dev.beatcut.simulation;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.beatcut.access.SimulatedUpstream;
import dev.beatcut.media.SimulatedMedia;
import dev.beatcut.nemo.InProcessNemo;
import dev.beatcut.session.SimulatedSessions;
import dev.beatcut.state.Table;
import dev.beatcut.state.VirtualTime;
import dev.beatcut.studio.wire.InProcessStudio;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The rooms that every process has below those that a simulation is about: the real ones, on a virtual clock. */
public record Rooms(Table table, SimulatedSessions projects, SimulatedMedia media) {

    public static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public static Rooms of(
            Table table, VirtualTime time, InProcessStudio studio, Life life, Road road, Supplier<String> ids) {
        var wire = new SimulatedWire(studio, life, road);
        var nemo = InProcessNemo.nemo(wire.endpoints(), wire, time);
        var upstream = SimulatedUpstream.of(table, JSON, time, nemo, life::pass, ids);
        var held = new AtomicReference<SimulatedMedia>();
        var projects = SimulatedSessions.of(table, JSON, time, upstream, nemo, life::pass, life, ids, () -> held.get()
                .held());
        var media = new SimulatedMedia(table, JSON, time, life, projects.sessions(), studio.objects);
        held.set(media);
        return new Rooms(table, projects, media);
    }
}
