/**
 * What an operator sees of the work: whose log line it is, what is measured, and spans of OpenTelemetry. The rooms
 * say what
 * happens by {@link dev.beatcut.observe.Observer}; where it goes is the shape's to know.
 */
package dev.beatcut.observe;
