#!/usr/bin/env python3
"""Makes the polynomials around the zeros of derivatives. Run: python3 zeros.py

f'(r + t) = t P(t): next to the zero r every closed form cancels. r is a sum of two floats.
"""
import sys

from mpmath import diff, erfc, exp, findroot, log1p, mpf, pi, sqrt, tanh

from minimax import fit, two_floats


def sigmoid(x):
    return 1 / (1 + exp(-x))


def silu(x):
    s = sigmoid(x)
    return s * (1 + x * (1 - s))


def gelu_erf(x):
    return erfc(-x / sqrt(2)) / 2 + x * exp(-x * x / 2) / sqrt(2 * pi)


def gelu_tanh(x):
    c = sqrt(2 / pi)
    s = sigmoid(2 * c * (x + mpf("0.044715") * x**3))
    return s + x * s * (1 - s) * 2 * c * (1 + 3 * mpf("0.044715") * x * x)


def mish(x):
    t = tanh(log1p(exp(x)))
    return t + x * sigmoid(x) * (1 - t * t)


# name, derivative, near its zero, ends of the window, degree
WINDOWS = (
    ("silu", silu, -1.278, -2.1, 0, 11),
    ("gelu_erf", gelu_erf, -0.7518, -1.5, 0, 10),
    ("gelu_tanh", gelu_tanh, -0.7525, -1.5, 0, 11),
    ("mish", mish, -1.1924, -1.95, 0, 12),
)

for name, f, start, low, high, degree in WINDOWS:
    root = findroot(f, start)
    slope = diff(f, root)
    two_floats(f"{name}: the zero", root)
    for d in [int(v) for v in sys.argv[1:]] or [degree]:
        fit(
            f"{name}: P(t)",
            lambda t: f(root + t) / t if abs(t) > mpf(10) ** -12 else slope,
            float(low - root),
            float(high - root),
            d,
        )
