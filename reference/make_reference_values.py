#!/usr/bin/env python3
"""Makes the reference values of the conformance suite: one CSV a function, and rows.csv.

The formulas and derivatives that the catalogue prints are evaluated with mpmath, at growing
precision until two results agree to 30 digits. Needs Debian's python3-mpmath; python3-gmpy2 makes
it faster. The inputs are drawn with the function's name as the seed: a rerun changes nothing.

Run from the root of the project:
  ./activations list --format json | /usr/bin/python3 reference/make_reference_values.py
"""
import argparse
import ast
import json
import math
import pathlib
import random
import struct
import sys

from mpmath import mp, mpf
import mpmath

DEFAULT_OUT = "reference/src/main/resources/dev/activations/reference"
RERUN = "./activations list --format json | python3 reference/make_reference_values.py"

# At 960 digits every difference of doubles in the formulas has been resolved: a result still zero
# is below 1e-400, under any double, and is printed as 0 like all results that small.
PRECISIONS = (60, 120, 240, 480, 960, 1920)
VANISHING = mpf("1e-400")
ENORMOUS = mpf("1e9999")

FUNCTIONS = {
    "exp": mpmath.exp,
    "expm1": mpmath.expm1,
    "log": mpmath.log,
    "log1p": mpmath.log1p,
    "sqrt": mpmath.sqrt,
    "tanh": mpmath.tanh,
    "abs": abs,
    "min": min,
    "max": max,
    "erfc": mpmath.erfc,
    "sigmoid": lambda z: 1 / (1 + mpmath.exp(-z)),
    "softplus": lambda z: mpmath.log1p(mpmath.exp(z)),
    "Phi": lambda z: mpmath.erfc(-z / mpmath.sqrt(2)) / 2,
    "phi": lambda z: mpmath.exp(-z**2 / 2) / mpmath.sqrt(2 * mp.pi),
}


class ExactDecimals(ast.NodeTransformer):
    """Reads each number from its text, so that 0.044715 is that decimal and 1 / 3 no double."""

    def __init__(self, text):
        self.text = text

    def visit_Constant(self, node):
        digits = ast.Constant(ast.get_source_segment(self.text, node))
        return ast.Call(ast.Name("mpf", ast.Load()), [digits], [])

    def visit_BinOp(self, node):
        if isinstance(node.op, ast.Pow):
            node.left = self.visit(node.left)
            return node
        return self.generic_visit(node)


def compiled(text):
    """The expression as a function of the bindings of its names."""
    tree = ExactDecimals(text).visit(ast.parse(text, mode="eval"))
    code = compile(ast.fix_missing_locations(tree), text, "eval")

    def evaluate(names):
        bound = {name: mpf(value) for name, value in names.items()}
        return mpf(eval(code, {"__builtins__": {}, "mpf": mpf, "pi": mp.pi, **FUNCTIONS}, bound))

    return evaluate


def settled(evaluate):
    """The list of numbers that evaluate() returns, each right to 30 digits."""
    results, before = {}, {}
    for digits in PRECISIONS:
        with mp.workdps(digits):
            for i, number in enumerate(evaluate()):
                if i not in results and number != 0 and i in before:
                    if abs(number - before[i]) <= abs(number) * mpf("1e-30"):
                        results[i] = number
                before[i] = number
        if len(results) == len(before):
            break
    for i, number in before.items():
        if i not in results:
            if abs(number) >= VANISHING:
                raise ArithmeticError(f"{mp.nstr(number, 20)} did not settle")
            results[i] = mpf(0)
    return [results[i] for i in sorted(results)]


def decimal(number, digits):
    """Scientific notation without padding."""
    if abs(number) < VANISHING:
        return "0"
    if abs(number) > ENORMOUS:
        return "1e9999" if number > 0 else "-1e9999"
    with mp.workdps(digits + 10):
        text = mp.nstr(number, digits, min_fixed=1, max_fixed=0)
    mantissa, _, exponent = text.partition("e")
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    return mantissa + ("e" + str(int(exponent)) if exponent and int(exponent) else "")


def hexadecimal(x):
    """Java's and C's notation of a double, without the zeros that Python pads with."""
    mantissa, _, exponent = float(x).hex().partition("p")
    whole, _, fraction = mantissa.partition(".")
    return f"{whole}.{fraction.rstrip('0') or '0'}p{int(exponent)}"


def to_float(x):
    """The float nearest to x."""
    return struct.unpack("<f", struct.pack("<f", x))[0]


def next_float(x, up):
    """The float after x, upwards or downwards."""
    bits = struct.unpack("<i", struct.pack("<f", x))[0]
    key = bits if bits >= 0 else -(bits & 0x7FFFFFFF)
    key += 1 if up else -1
    bits = key if key >= 0 else -key | -0x80000000
    return struct.unpack("<f", struct.pack("<i", bits))[0]


def neighbours(point, steps):
    """The doubles and the floats next to a point, the nearest of each included."""
    found = [float(point), to_float(point)]
    for up in (False, True):
        x, y = found[0], found[1]
        for _ in range(steps):
            x, y = math.nextafter(x, math.inf if up else -math.inf), next_float(y, up)
            found += [x, y]
    return found


def derivative_zeros(evaluate, names):
    """The zeros in [-5, 5] that the derivative crosses."""
    with mp.workdps(40):
        grid = [mpf(i) / 16 - mpf(1) / 37 for i in range(-80, 82)]
        values = [evaluate({**names, "x": x}) for x in grid]
        zeros = []
        for low, high, a, b in zip(grid, grid[1:], values, values[1:]):
            if a * b < 0:
                for _ in range(110):
                    middle = (low + high) / 2
                    if evaluate({**names, "x": middle}) * a > 0:
                        low = middle
                    else:
                        high = middle
                zeros.append(float(low))
        return zeros


def inputs(rng, names, kinks, derivative, count):
    """The inputs of one binding: the places where functions go wrong, then draws of all sizes."""
    points = [0.0, -0.0]
    for kink in kinks:
        points += neighbours(compiled(kink)(names), 2)
    for zero in derivative_zeros(derivative, names):
        points += neighbours(zero, 1)
    draws = (
        lambda: rng.choice((-1, 1)) * 2 ** rng.uniform(-1074, 1024),
        lambda: to_float(rng.choice((-1, 1)) * 2 ** rng.uniform(-149, 127.999)),
        lambda: rng.uniform(-20, 20),
        lambda: to_float(rng.uniform(-20, 20)),
        lambda: rng.choice((-1, 1)) * rng.uniform(20, 750),
    )
    points += [draws[i % len(draws)]() for i in range(max(0, count - len(points)))]
    seen = set()
    for x in sorted(points, key=lambda x: (x, math.copysign(1, x))):
        if hexadecimal(x) not in seen and math.isfinite(x):
            seen.add(hexadecimal(x))
            yield x


def expression_of(kink):
    """A kink is an expression, a number, or an object that has one."""
    return str(kink.get("at", kink.get("expression")) if isinstance(kink, dict) else kink)


def results(entry):
    """The lines of one function as tuples of text: parameters, x, value and derivative."""
    rng = random.Random(entry["name"])
    value, derivative = compiled(entry["formula"]), compiled(entry["derivative"])
    defaults = {p["name"]: p["default"] for p in entry.get("parameters", [])}
    examples = entry.get("examples") or [{}]
    # The files stay small: several bindings share the lines of one and a half.
    count = 160 if len(examples) == 1 else max(60, 240 // len(examples))
    for example in examples:
        names = {**defaults, **example}
        label = ":".join(f"{key}={float(number)!r}" for key, number in names.items())
        kinks = [expression_of(kink) for kink in entry.get("kinks", [])]
        for x in inputs(rng, names, kinks, derivative, count):
            bound = {**names, "x": x}
            numbers = settled(lambda: (value(bound), derivative(bound)))
            yield (label, hexadecimal(x), *(decimal(number, 25) for number in numbers))


def write_function(entry, out):
    """Writes the file of one function."""
    lines = [
        f"# {entry['name']}: value {entry['formula']}",
        f"# derivative {entry['derivative']}",
        f"# Made by {RERUN}",
        "# parameters;x;value;derivative (25 digits; 0 below 1e-400, 1e9999 beyond that)",
    ]
    lines += [";".join(line) for line in results(entry)]
    (out / f"{entry['name']}.csv").write_text("\n".join(lines) + "\n")


def write_sample(entries, file):
    """Writes one result in sixteen of all functions, each with its formula, to one file."""
    lines = [
        f"# Made by {RERUN} --sample FILE",
        "# formula;parameters;x;value (25 digits; 0 below 1e-400, 1e9999 beyond that)",
    ]
    for entry in entries:
        for i, (label, x, value, derivative) in enumerate(results(entry)):
            if i % 16 == 8:
                lines.append(";".join((entry["formula"], label, x, value)))
            elif i % 16 == 0:
                lines.append(";".join((entry["derivative"], label, x, derivative)))
    file.write_text("\n".join(lines) + "\n")


def row_inputs(rng):
    """Rows of floats that an unshifted or a float accumulator gets wrong."""
    gaussian = lambda n, scale=1.0, offset=0.0: [offset + rng.gauss(0, scale) for _ in range(n)]
    rows = [gaussian(n, scale) for n in (1, 2, 3, 10) for scale in (1, 10)]
    rows += [gaussian(100), [offset for offset in gaussian(1, 5) for _ in range(100)]]
    rows += [[c] * n for n in (1, 2, 3, 10) for c in (0.0, -1e30)]
    rows += [[3e38, -3e38], [3e38, 3e38, 2.9e38], [-3e38, -3e38], [-1e30, 0.0, 1.0]]
    rows += [gaussian(10, 1, 1e4), [3e38] * 3 + [-3.4e38] * 7, [-1e30] * 9 + [-0.9e30]]
    rows += [[50.0] + gaussian(9), [1000.0] + gaussian(9), [-200.0] + gaussian(9)]
    rows += [[-12.5 * i for i in range(100)], [-0.75 * i for i in range(10)], [1e-45, -1e-45, 0.0]]
    return [[to_float(x) for x in row] for row in rows]


def row_results(name, row, dy, temperature):
    """The forward and the backward result of one operation, as lists."""
    x = [(-mpf(v) if name == "softmin" else mpf(v)) / mpf(temperature) for v in row]
    dy = [mpf(v) for v in dy]
    highest = max(x)
    powers = [mpmath.exp(v - highest) for v in x]
    total = mpmath.fsum(powers)
    softmax = [p / total for p in powers]
    # The largest power is 1, so that this is exact where the others vanish.
    others = mpmath.fsum(powers[: x.index(highest)] + powers[x.index(highest) + 1 :])
    if name == "logsumexp":
        return [highest + mpmath.log1p(others)], [dy[0] * y for y in softmax]
    if name == "log_softmax":
        forward = [v - highest - mpmath.log1p(others) for v in x]
        back = [d - y * mpmath.fsum(dy) for d, y in zip(dy, softmax)]
    else:
        forward = softmax
        inner = mpmath.fsum(d * y for d, y in zip(dy, softmax))
        back = [(-1 if name == "softmin" else 1) * y * (d - inner) for d, y in zip(dy, softmax)]
    return forward, [b / mpf(temperature) for b in back]


def write_rows(names, out):
    """Writes rows.csv."""
    rng = random.Random("rows")
    lines = [
        "# Row operations, forward and backward, with mpmath to 20 digits; 0 below 1e-400.",
        f"# Made by {RERUN}",
        "# x;... begins a row, dy;... is its upstream gradient (logsumexp takes the first), then",
        "# operation;temperature;y;... and operation;temperature;dx;... for each operation.",
    ]
    for index, row in enumerate(row_inputs(rng)):
        dy = [to_float(rng.gauss(0, 1)) for _ in row]
        lines += [";".join([key] + [hexadecimal(v) for v in vs]) for key, vs in (("x", row), ("dy", dy))]
        for name in names:
            temperature = 1.0 if name == "logsumexp" or index % 2 == 0 else (0.5, 2.5)[index // 2 % 2]
            flat = settled(lambda: sum(row_results(name, row, dy, temperature), []))
            split = 1 if name == "logsumexp" else len(row)
            for key, numbers in (("y", flat[:split]), ("dx", flat[split:])):
                cells = [name, repr(temperature), key] + [decimal(v, 20) for v in numbers]
                lines.append(";".join(cells))
    (out / "rows.csv").write_text("\n".join(lines) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path(DEFAULT_OUT))
    parser.add_argument("--only", help="write the file of this function only")
    parser.add_argument("--sample", type=pathlib.Path, help="write only a small sample, to this file")
    arguments = parser.parse_args()
    catalogue = json.load(sys.stdin)
    if arguments.sample:
        write_sample(catalogue["functions"], arguments.sample)
        return
    arguments.out.mkdir(parents=True, exist_ok=True)
    for entry in catalogue["functions"]:
        if arguments.only in (None, entry["name"]):
            write_function(entry, arguments.out)
    known = ("softmax", "log_softmax", "softmin", "logsumexp")
    names = [row["name"] for row in catalogue.get("rowOperations", []) if row["name"] in known]
    if names and arguments.only in (None, "rows"):
        write_rows(names, arguments.out)


if __name__ == "__main__":
    main()
