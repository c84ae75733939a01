/** Lambda SnapStart: what is done before a process is snapshotted, so that its copies answer quickly. */
package dev.beatcut.snapshot;
