"""Polynomials of float32 coefficients with a small maximum error: what the other scripts share.

fit() finds the polynomial p that makes max |weight (p - f)| small (Lawson's iterated least squares on
Chebyshev nodes), rounds its coefficients to float32 one by one from the lowest on, and fits the rest
again after each, so that later coefficients take up the rounding of earlier ones.

Needs Debian's python3-mpmath and python3-numpy.
"""
import math

import numpy as np
from mpmath import mp, mpf

mp.dps = 40
NODES = 300


def nodes(low, high, count=NODES):
    k = np.arange(count)
    return (low + high) / 2 + (high - low) / 2 * np.cos(math.pi * (k + 0.5) / count)


def lawson(matrix, target, rounds=60):
    """The coefficients with (almost) the smallest maximum residual."""
    scale = np.abs(matrix).max(axis=0)
    weight = np.ones(len(target))
    best, best_error = None, math.inf
    for _ in range(rounds):
        root = np.sqrt(weight)
        solution = np.linalg.lstsq(matrix / scale * root[:, None], target * root, rcond=None)[0]
        residual = np.abs(matrix / scale @ solution - target)
        if residual.max() < best_error:
            best, best_error = solution / scale, residual.max()
        weight *= residual / residual.max() + 1e-9
        weight /= weight.sum()
    return best, best_error


def fit(name, f, low, high, degree, weight=lambda x, y: 1 / y, fixed=(), lowest=0):
    """Prints and returns the coefficients c[lowest] ... c[degree] of p(x) = sum c[i] x^i.

    f takes and returns mpf; weight takes x and f(x) and makes residuals into errors; fixed holds lower
    coefficients that are given.
    """
    x = nodes(low, high)
    y = np.array([float(f(mpf(float(v)))) for v in x])
    w = np.array([float(weight(v, u)) for v, u in zip(x, y)])
    known = [np.float32(c) for c in fixed]
    powers = np.vander(x, degree + 1, increasing=True)
    target = y * w - sum((powers[:, lowest + i] * w * float(c) for i, c in enumerate(known)), 0 * y)
    free, error = lawson(powers[:, lowest + len(known) :] * w[:, None], target)
    print(f"// {name}: degree {degree} on [{low:g}, {high:g}], error 2^{math.log2(error):.1f}", end="")
    while len(free):
        c = np.float32(free[0])
        target = target - powers[:, lowest + len(known)] * w * float(c)
        known.append(c)
        if lowest + len(known) <= degree:
            free, error = lawson(powers[:, lowest + len(known) :] * w[:, None], target)
        else:
            free, error = [], np.abs(target).max()
    print(f", rounded to float32 2^{math.log2(error):.1f}")
    for i, c in enumerate(known):
        print(f"//   c{lowest + i} = {c!s}f")
    return known


def two_floats(name, value):
    """Prints a number as a sum of two floats."""
    high = np.float32(float(value))
    low = np.float32(float(value - mpf(float(high))))
    print(f"// {name}: {high!s}f + {low!s}f")
    return high, low


def short(name, value, bits):
    """Prints a number as a float of few bits, whose products stay exact, and the rest."""
    shift = bits - 1 - math.floor(math.log2(abs(float(value))))
    high = mpf(round(value * mpf(2) ** shift)) / mpf(2) ** shift
    print(f"// {name}: {float(high)!r}f + {np.float32(float(value - high))!s}f ({bits} bits first)")
    return high
