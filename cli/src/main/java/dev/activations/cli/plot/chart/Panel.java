package dev.activations.cli.plot.chart;

import java.util.List;

/**
 * A pair of axes and what is drawn in them.
 *
 * @param name for programs, unique in a figure
 * @param title its head line
 * @param lines what stands below the title, each broken where it is too long
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param marks what is drawn, the lowest first
 * @param notes remarks above the frame
 */
public record Panel(
    String name,
    String title,
    List<String> lines,
    Axis x,
    Axis y,
    List<Mark> marks,
    List<Note> notes) {}
