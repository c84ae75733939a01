/** From a timeline to a finished film by ffmpeg, and what was measured on the finished file. */
package dev.beatcut.studio.render;
