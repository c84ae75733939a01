/** What the build runs to package a Lambda artifact; in no artifact itself. */
package dev.beatcut.packaging;
