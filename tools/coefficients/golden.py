"""Writes tests/ActGen.Runtime.Tests/Numerics/Functions/DoubleValues.csv: correctly rounded values of the vector functions in
double, as hexadecimal bits (name, x, f(x); for Pow x, y, x^y), for the accuracy tests of the double kernels. Run: python3 golden.py > that file."""
import random
import struct
from mpmath import mp, mpf, exp, expm1, log, log1p, sin, cos, atan, tanh, erf, erfc, sqrt, pi

mp.prec = 1200  # 1 - erf and e^-745 need no second thought

FUNCTIONS = {
    'Exp': (exp, (-745.2, 709.7)),
    'Expm1': (expm1, (-40, 709.7)),
    'Log': (log, (5e-324, 1.7e308)),
    'Log1p': (log1p, (-0.9999999, 1.7e308)),
    'Tanh': (tanh, (-20, 20)),
    'Sigmoid': (lambda x: 1 / (1 + exp(-x)), (-745, 40)),
    'Softplus': (lambda x: log1p(exp(x)), (-745, 45)),
    'LogSigmoid': (lambda x: -log1p(exp(-x)), (-45, 745)),
    'Erf': (erf, (-6, 6)),
    'NormalCdf': (lambda x: erfc(-x / sqrt(2)) / 2, (-38, 9)),
    'NormalPdf': (lambda x: exp(-x * x / 2) / sqrt(2 * pi), (-38, 38)),
    'Erfc': (erfc, (-6, 26.5)),
    'Sin': (sin, (-1.7e308, 1.7e308)),
    'Cos': (cos, (-1.7e308, 1.7e308)),
    'Atan': (atan, (-1.7e308, 1.7e308)),
}

# Doubles next to multiples of pi/2; the last is the nearest of all (Kahan's nearpi).
HARD_ANGLES = [float(k * pi / 2) for k in (1, 2, 3, 4, 5, 1001, 10 ** 6, 2 ** 29 - 1, 2 ** 29, 2 ** 30 + 1, 10 ** 15, 10 ** 60)] + [6381956970095103 * 2.0 ** 797]


def bits(value):
    return f'{struct.unpack("<Q", struct.pack("<d", value))[0]:016X}'


def points(low, high, chance):
    """Small and large magnitudes of both signs inside the range, and points near the switches between formulas."""
    candidates = [chance.choice((-1, 1)) * 2 ** chance.uniform(-1070, 1023.9) for _ in range(2000)]
    candidates = [x for x in candidates if low <= x <= high][:20]
    candidates += [chance.choice((-1, 1)) * 2 ** chance.uniform(-30, 6) for _ in range(200)]
    candidates += [chance.uniform(max(low, -50), min(high, 50)) for _ in range(60)]
    candidates += [chance.uniform(max(low, -800), min(high, 800)) for _ in range(20)]
    candidates += [s * (c + chance.uniform(-1e-3, 1e-3)) for c in (0.25, 0.5, 0.75, 1, 1.5, 20, 40) for s in (-1, 1)]
    return [x for x in candidates if low <= x <= high][:220]


chance = random.Random(20)
for name, (function, (low, high)) in FUNCTIONS.items():
    for x in points(low, high, chance):
        print(f'{name},{bits(x)},{bits(float(function(mpf(x))))}')
    for x in HARD_ANGLES if name in ('Sin', 'Cos') else ():
        print(f'{name},{bits(x)},{bits(float(function(mpf(x))))}')

count = 0
while count < 300:
    x = chance.choice((2 ** chance.uniform(-1074, 1023.9), chance.uniform(0.5, 2), 1 + chance.choice((-1, 1)) * 2 ** chance.uniform(-52, -1)))
    limit = min(float(700 / abs(log(mpf(x)))) if x != 1 else 1e300, 1e300)
    y = chance.uniform(-1, 1) * chance.choice((limit, limit / 100, min(limit, 3)))
    exact = mpf(x) ** mpf(y)
    if mpf(2) ** -1021 < exact < mpf(2) ** 1023:
        print(f'Pow,{bits(x)},{bits(y)},{bits(float(exact))}')
        count += 1
