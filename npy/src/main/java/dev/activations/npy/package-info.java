/**
 * Reads and writes {@code .npy} files of any size: the header as NumPy writes it, the data as
 * float16, float32 or float64.
 *
 * <p>Input is untrusted. Whatever a file holds, reading it ends in an array's header or in a {@link
 * dev.activations.npy.NpyFormatException} of one line, and never in an allocation larger than the
 * file. Output appears whole under its name or not at all.
 */
@NullMarked
package dev.activations.npy;

import org.jspecify.annotations.NullMarked;
