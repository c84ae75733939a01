package dev.beatcut.state;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** What is built on the table once, for everybody. */
class StateBeans {

    @Produces
    @Singleton
    static Ids ids(InstantSource clock) {
        return new Ids(clock, new SecureRandom());
    }

    @Produces
    @Singleton
    static Idempotency idempotency(Table table, ObjectMapper json, InstantSource clock, Ids ids) {
        return new Idempotency(table, json, clock, ids);
    }
}
