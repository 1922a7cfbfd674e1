#!/usr/bin/env python3
"""Makes the constants of GaussianFunctions.java. Run: python3 gaussian.py

E(a) = erfcx(a / sqrt 2) / 2, so that the normal tail is E(a) exp(-a^2 / 2).
"""
from mpmath import erf, erfc, exp, mpf, pi, sqrt

from minimax import fit, two_floats

DENSITY = 1 / sqrt(2 * pi)
END = mpf("14.6")


def tail(a):
    return exp(a * a / 2) * erfc(a / sqrt(2)) / 2


def argument(middle, k):
    """a as a function of w = (a - middle) / (a + k)."""
    return lambda v: (middle + k * v) / (1 - v)


def position(a, middle, k):
    return float((a - middle) / (a + k))


two_floats("1 / sqrt(2 pi)", DENSITY)

fit(
    "P(s) = (Phi(x) - 1/2) / x, s = x^2, relative error of Phi(-x)",
    lambda s: erf(sqrt(s / 2)) / (2 * sqrt(s)),
    1e-12,
    0.5,
    5,
    weight=lambda s, y: s**0.5 / (0.5 - s**0.5 * y),
)

# The middle lies where an error of w would count most.
a = argument(mpf("1.5"), mpf("3.5"))
fit(
    "F(w) = a E(a), w = (a - 1.5) / (a + 3.5)",
    lambda v: a(v) * tail(a(v)),
    position(mpf("0.68"), mpf("1.5"), mpf("3.5")),
    position(END, mpf("1.5"), mpf("3.5")),
    9,
)

b = argument(mpf(2), mpf(1))
fit(
    "R(w) = 1 / sqrt(2 pi) - E(a) / a, w = (a - 2) / (a + 1)",
    lambda v: DENSITY - tail(b(v)) / b(v),
    position(mpf("1.45"), 2, 1),
    position(END, 2, 1),
    9,
)
