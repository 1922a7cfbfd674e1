#!/usr/bin/env python3
"""Makes the constants of DerivativeZero.java: the zero of a derivative and a polynomial around it.

Next to a zero r of f' every closed form cancels. There f'(r + t) = t * P(t); this script prints r as
a sum of three doubles and the coefficients of P, fitted on |t| <= 1/2 (Chebyshev nodes, 60 digits), and
the relative error of that fit with the coefficients rounded to double.

Needs Debian's python3-mpmath.  Run:  python3 api/constants/derivative_zeros.py
"""
from mpmath import chebyfit, diff, erfc, exp, findroot, fabs, log1p, mp, mpf, pi, polyval, sqrt, tanh

mp.dps = 60
WINDOW = mpf(1) / 2


def sigmoid(x):
    return 1 / (1 + exp(-x))


def silu_derivative(x):
    s = sigmoid(x)
    return s * (1 + x * (1 - s))


def gelu_erf_derivative(x):
    return erfc(-x / sqrt(2)) / 2 + x * exp(-x * x / 2) / sqrt(2 * pi)


def gelu_tanh_derivative(x):
    c = sqrt(2 / pi)
    s = sigmoid(2 * c * (x + mpf("0.044715") * x**3))
    return s + x * s * (1 - s) * 2 * c * (1 + 3 * mpf("0.044715") * x * x)


def mish_derivative(x):
    t = tanh(log1p(exp(x)))
    return t + x * sigmoid(x) * (1 - t * t)


def java(value):
    return repr(float(value))


for name, f, start, terms in (
    ("SILU", silu_derivative, -1.278, 20),
    ("GELU_ERF", gelu_erf_derivative, -0.7518, 19),
    ("GELU_TANH", gelu_tanh_derivative, -0.7525, 25),
    ("MISH", mish_derivative, -1.1924, 21),
):
    root = findroot(f, start)
    high = float(root)
    low = float(root - mpf(high))
    lowest = float(root - mpf(high) - mpf(low))
    slope = diff(f, root)

    def quotient(t):
        return f(root + t) / t if fabs(t) > mpf(10) ** -15 else slope

    rounded = [float(c) for c in chebyfit(quotient, [-WINDOW, WINDOW], terms)]
    worst = max(
        fabs(polyval([mpf(c) for c in rounded], t) / quotient(t) - 1)
        for t in (WINDOW * k / 200 for k in range(-200, 201))
        if fabs(t) > mpf(10) ** -12
    )
    print(f"// {name}: relative error of the fit {float(worst):.1e}")
    print(f"{java(high)}, {java(low)}, {java(lowest)},")
    for c in reversed(rounded):
        print(f"  {java(c)},")
