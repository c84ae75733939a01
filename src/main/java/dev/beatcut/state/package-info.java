/**
 * The port {@link dev.beatcut.state.Table}, where everything that must not be lost is kept, and what is built on it
 * once: typed records, leases and idempotency keys.
 */
package dev.beatcut.state;
