package dev.activations.measuring.speed;

import dev.activations.measuring.work.Cell;
import java.util.List;

/**
 * What a measuring process is asked to do; it reads this from its stdin.
 *
 * @param selector the backend
 * @param threads CPU threads
 * @param pace how long each measurement takes
 * @param cells what to measure, cells of one shape together
 */
public record Job(String selector, int threads, Pace pace, List<Cell> cells) {}
