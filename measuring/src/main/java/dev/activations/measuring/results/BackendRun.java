package dev.activations.measuring.results;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of one backend.
 *
 * @param selector opens it, such as {@code cpu:simd} or {@code tornado:opencl:0}
 * @param device cpu, gpu or other
 * @param description what it says of itself
 * @param facts what else is known of the device, names and values for people
 * @param failure why there is nothing, or nothing more, of it; else null
 * @param copies the copy limit for each shape, in the order of size
 * @param results one for each function, direction and shape
 */
public record BackendRun(
    String selector,
    String device,
    String description,
    Map<String, String> facts,
    @Nullable String failure,
    List<CopyLimit> copies,
    List<Measurement> results) {}
