/**
 * The NemoVideo endpoints, answered: envelope, codes, attribution headers, the ADK event stream, uploads, links to
 * files. Only this room and {@code nemo} know the wire's field names. {@link dev.beatcut.studio.wire.Faults} makes it
 * misbehave on wish.
 */
package dev.beatcut.studio.wire;
