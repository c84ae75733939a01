/** The port {@link dev.beatcut.objects.Objects}: where file bytes live, and the signed links by which they come and go. */
package dev.beatcut.objects;
