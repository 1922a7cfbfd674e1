#!/usr/bin/env python3
"""Makes the constants of TanhFunctions.java. Run: python3 tanh.py"""
from mpmath import cosh, mpf, sqrt, tanh

from minimax import fit


def shrunk(s):
    x = sqrt(s)
    return (x - tanh(x)) / x**3 if s > 1e-9 else mpf(1) / 3 - 2 * s / 15


fit("P(s) = (x - tanh(x)) / x^3, s = x^2", shrunk, 0, 1, 8)


def flattened(s):
    x = sqrt(s)
    return (tanh(x) / x) ** 2


fit(
    "Q(s) = (tanh(x) / x)^2, s = x^2, relative error of s Q(s) and of 1 - s Q(s)",
    flattened,
    1e-12,
    1,
    9,
    weight=lambda s, y: max(1 / y, s / (1 - s * y)),
)
