package dev.activations.measuring.results;

import java.util.List;

/**
 * Where a run took place.
 *
 * @param processor the name of the processor, or its architecture where the system does not tell
 * @param processors how many of them the JVM sees
 * @param memory bytes of the machine's memory; 0 where the system does not tell
 * @param os the operating system and its version
 * @param arch the architecture
 * @param jdk the version of Java and its vendor
 * @param jvmOptions the options that the JVM was started with
 * @param activations the version of this software
 */
public record BenchMachine(
    String processor,
    int processors,
    long memory,
    String os,
    String arch,
    String jdk,
    List<String> jvmOptions,
    String activations) {}
