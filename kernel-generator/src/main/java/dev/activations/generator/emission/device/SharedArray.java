package dev.activations.generator.emission.device;

import java.util.Locale;

/** An array that the work-items of a group share. */
record SharedArray(Type type, String name, String size) {
  Code declaration() {
    return Code.of(
        String.format(
            Locale.ROOT,
            "%s[] %s = context.allocate%sLocalArray(%s);",
            type.keyword(),
            name,
            type.allocation(),
            size));
  }
}
