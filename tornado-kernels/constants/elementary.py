#!/usr/bin/env python3
"""Makes the constants of ElementaryFunctions.java. Run: python3 elementary.py"""
from mpmath import exp, expm1, log, log1p, mpf

from minimax import fit, short, two_floats

HALF_LN2 = float(log(2) / 2)

short("ln 2", log(2), 15)
two_floats("1 / ln 2", 1 / log(2))

# exp(r) - 1 = r + r^2 q(r); the weight is that of exp itself, and near 0 that of exp(r) - 1.
fit(
    "q(r) = (exp(r) - 1 - r) / r^2",
    lambda r: (expm1(r) - r) / r**2 if abs(r) > 1e-6 else mpf(1) / 2 + r / 6 + r * r / 24,
    -HALF_LN2 * 1.01,
    HALF_LN2 * 1.01,
    5,
    weight=lambda r, y: abs(r),
)

# log(1 + f) = f - f^2 / 2 + f^3 p(f), relative error of log.
fit(
    "p(f) = (log(1 + f) - f + f^2 / 2) / f^3",
    lambda f: (log1p(f) - f + f * f / 2) / f**3 if abs(f) > 1e-8 else mpf(1) / 3 - f / 4,
    -0.25,
    0.5,
    8,
    weight=lambda f, y: f * f,
)
