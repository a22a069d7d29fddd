"""Prints the tables of src/ActGen.Runtime/Numerics/MillsTable.cs: Mills' ratio M(a) = Phi(-a) e^(a^2/2) on the 32 intervals of a + 1 in
[1, 16) that two exponent bits and three mantissa bits tell apart, as polynomials in a - c. Run: python3 mills_table.py

Each c is the float near the middle of its interval at which M(c) is nearest to a float, so that the leading coefficient has no
rounding error to speak of (Gal 1986, accurate tables); the first one is 0, where M is 1/2."""
import struct
from mpmath import mp, mpf, erfc, exp, sqrt
from minimax import fit, literal, round_to

DEGREE = 5
mp.prec = 160


def mills(a):
    return erfc(a / sqrt(2)) / 2 * exp(a * a / 2)


def floats_around(x, count):
    bits = struct.unpack('i', struct.pack('f', float(x)))[0]
    return [mpf(struct.unpack('f', struct.pack('i', bits + k))[0]) for k in range(-count, count + 1)]


rows = []
worst = mpf(0)
for octave in (1, 2, 3, 0):  # exponents 128, 129, 130 and 127, by their last two bits
    for eighth in range(8):
        low = mpf(2) ** octave * (1 + mpf(eighth) / 8) - 1
        high = low + mpf(2) ** octave / 8
        if low == 0:
            centre, first = mpf(0), mpf(1) / 2
        else:
            centre = min(floats_around((low + high) / 2, 300), key=lambda a: abs(round_to(mills(a), 24) / mills(a) - 1))
            first = round_to(mills(centre), 24)
        coefficients, error = fit(lambda t: mills(centre + t), low - centre, high - centre, DEGREE, lambda t: 1 / mills(centre + t), 24)
        assert coefficients[0] == first
        worst = max(worst, error)
        rows.append([centre] + coefficients)

print(f'// largest relative error 2^{mp.nstr(mp.log(worst, 2), 4)}')
for name, column in zip(['Centres'] + [f'C{k}' for k in range(DEGREE + 1)], zip(*rows)):
    cells = [literal(c, 24) + 'f' for c in column]
    print(f'    public static ReadOnlySpan<float> {name} =>\n    [')
    for start in range(0, 32, 8):
        print('        ' + ', '.join(cells[start:start + 8]) + ',')
    print('    ];\n')
