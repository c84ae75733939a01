/**
 * A small interpreter of the Amazon States Language, of exactly what {@code infra/statemachine} uses and with a clock
 * that jumps over waits. It refuses any field, state or function that it does not know.
 */
package dev.beatcut.machine;
