/** ffmpeg and ffprobe as functions: the executables, a process that is a resource, progress, probing and decoding. */
package dev.beatcut.studio.ffmpeg;
