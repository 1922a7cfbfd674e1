package dev.activations.benchmarks.timing;

/**
 * Who is timed when: each round begins with another contender, and every other round runs
 * backwards, so that nobody always follows the same one.
 */
final class Order {
  private Order() {}

  /** The contender, of so many, that is timed at a place in a round. */
  static int at(int place, int round, int contenders) {
    int forward = (place + round / 2) % contenders;
    return round % 2 == 0 ? forward : contenders - 1 - forward;
  }
}
