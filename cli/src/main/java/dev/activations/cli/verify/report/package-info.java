/** What {@code verify} found, written as text, JSON and Markdown, and read again from JSON. */
@NullMarked
package dev.activations.cli.verify.report;

import org.jspecify.annotations.NullMarked;
