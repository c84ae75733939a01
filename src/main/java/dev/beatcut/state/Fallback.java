package dev.beatcut.state;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Where a shape keeps things by itself, when no other place is configured: the laptop has one, a function has none. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface Fallback {}
