#!/usr/bin/env python3
"""Makes the constants of GatedFunctions.java that are no polynomials. Run: python3 gelu_tanh.py"""
from mpmath import mpf, pi, sqrt

from minimax import short, two_floats

LINEAR = 2 * sqrt(2 / pi)

short("2 sqrt(2 / pi)", LINEAR, 12)
short("2 sqrt(2 / pi) 0.044715", LINEAR * mpf("0.044715"), 12)
two_floats("1.702", mpf("1.702"))
short("1 / 1.702", 1 / mpf("1.702"), 11)
