/**
 * How the JVM artifact of the functions starts. These classes alone lie open in its zip, where Lambda looks for them; all
 * others are in the one jar beside them.
 */
package dev.beatcut.start;
