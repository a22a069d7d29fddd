"""Prints the polynomials of src/ActGen.Runtime/Numerics as C# arguments. Run: python3 fit.py [name part]"""
import sys
from mpmath import mp, mpf, exp, expm1, log, log1p, sin, cos, atan, tanh, atanh, erf, erfc, ncdf, sqrt, pi
from minimax import fit, literal

mp.prec = 160
HALF_LN2 = log(2) / 2 * mpf('1.00001')


def tail(f, x, series):
    """f(x), by its series where cancellation would eat the digits."""
    return series(x) if abs(x) < mpf(2) ** -20 else f(x)


def exp_rest(r):      # (e^r - 1 - r)/r^2
    return tail(lambda r: (expm1(r) - r) / r ** 2, r, lambda r: sum(r ** k / mp.factorial(k + 2) for k in range(9)))


def log_rest(f):      # (ln(1+f) - f + f^2/2)/f^3
    return tail(lambda f: (log1p(f) - f + f * f / 2) / f ** 3, f, lambda f: sum((-f) ** k / (k + 3) for k in range(9)))


def log_rest_s(z):    # (2 atanh(s) - 2s)/(s z), z = s^2
    return sum(2 * z ** k / (2 * k + 3) for k in range(70))


def tanh_rest(s):     # (tanh(x)/x - 1)/x^2, s = x^2
    x = sqrt(s)
    return mpf(-1) / 3 + 2 * s / 15 if s < mpf(2) ** -60 else (tanh(x) / x - 1) / s


def erf_rest(s):      # erf(x)/x - 1, s = x^2
    x = sqrt(s)
    return 2 / sqrt(pi) - 1 - 2 / sqrt(pi) * s / 3 if s < mpf(2) ** -60 else erf(x) / x - 1


def cdf_rest(s):      # (Phi(x) - 1/2)/x, s = x^2
    x = sqrt(s)
    return 1 / sqrt(2 * pi) * (1 - s / 6) if s < mpf(2) ** -60 else erf(x / sqrt(2)) / (2 * x)


def erfcx_of_v(v):    # (a + 2) erfcx(a), v = 1/(a + 2)
    a = 1 / v - 2
    return erfc(a) * exp(a * a) / v


def erfcx_of_u(u):    # (a + 4) erfcx(a), u = (a - 4)/(a + 4)
    a = 4 * (1 + u) / (1 - u)
    return (a + 4) * erfc(a) * exp(a * a)


def artanh_rest(z):   # (2 artanh(s) - 2s - 2/3 s^3)/s^5, z = s^2
    return sum(2 * z ** k / (2 * k + 5) for k in range(70))


def sin_rest(s):      # (sin(x)/x - 1)/x^2, s = x^2
    x = sqrt(s)
    return mpf(-1) / 6 + s / 120 if s < mpf(2) ** -60 else (sin(x) / x - 1) / s


def cos_rest(s):      # (cos(x) - 1 + x^2/2)/x^4, s = x^2
    x = sqrt(s)
    return mpf(1) / 24 - s / 720 if s < mpf(2) ** -40 else (cos(x) - 1 + s / 2) / s ** 2


def atan_rest(s):     # (atan(x)/x - 1)/x^2, s = x^2
    x = sqrt(s)
    return mpf(-1) / 3 + s / 5 if s < mpf(2) ** -60 else (atan(x) / x - 1) / s


def mills(a):         # Phi(-a) e^(a^2/2)
    return erfc(a / sqrt(2)) / 2 * exp(a * a / 2)


def mills_of_v(v):    # (a + 3) mills(a), v = 1/(a + 3)
    return mills(1 / v - 3) / v


def mills_of_u(u):    # (a + 5) mills(a), u = (a - 5)/(a + 5)
    a = 5 * (1 + u) / (1 - u)
    return (a + 5) * mills(a)


JOBS = {
    'exp float': (exp_rest, -HALF_LN2, HALF_LN2, 4, lambda r: r * r / exp(r), 24),
    'expm1 float': (exp_rest, -HALF_LN2, HALF_LN2, 5, lambda r: abs(r) + mpf('1e-3'), 24),
    'log float': (log_rest, mpf(-1) / 4, mpf(1) / 2, 8, lambda f: f * f + mpf('1e-4'), 24),
    'tanh float': (tanh_rest, 0, 1, 6, lambda s: s / (1 + s * tanh_rest(s)) + mpf('1e-4'), 24),
    'erf float': (erf_rest, 0, 1, 6, lambda s: 1 / (1 + erf_rest(s)), 24),
    'erf tail float': (lambda x: -log(erfc(x)), 1, mpf(4), 7, lambda x: erfc(x), 24),
    'cdf float': (cdf_rest, 0, mpf('0.49'), 4, lambda s: sqrt(s) / ncdf(-sqrt(s)) + mpf('1e-3'), 24),
    'mills float': (mills_of_v, 1 / mpf('17.7'), 1 / mpf('3.69'), 9, lambda v: 1 / mills_of_v(v), 24),
    'erfcx float': (erfcx_of_v, 1 / mpf('12.2'), 1 / mpf('2.48'), 9, lambda v: 1 / erfcx_of_v(v), 24),
    'power float': (artanh_rest, 0, mpf('0.0401'), 2, lambda z: z * z + mpf('1e-5'), 24),
    'sin float': (sin_rest, 0, mpf('0.6169'), 3, lambda s: s / (1 + s * sin_rest(s)) + mpf('1e-4'), 24),
    'cos float': (cos_rest, 0, mpf('0.6169'), 2, lambda s: s * s / cos(sqrt(s)) + mpf('1e-4'), 24),
    'atan float': (atan_rest, 0, 1, 9, lambda s: s / (1 + s * atan_rest(s)) + mpf('1e-4'), 24),
    'exp double': (exp_rest, -HALF_LN2, HALF_LN2, 11, lambda r: abs(r) + mpf('1e-3'), 53),
    'log double': (log_rest_s, 0, mpf('0.0401'), 8, lambda z: z + mpf('1e-4'), 53),
    'erf double': (erf_rest, 0, 1, 13, lambda s: 1 / (1 + erf_rest(s)), 53),
    'cdf double': (cdf_rest, 0, mpf('0.25'), 9, lambda s: sqrt(s) / ncdf(-sqrt(s)) + mpf('1e-3'), 53),
    'mills double': (mills_of_u, mpf('-4.51') / mpf('5.49'), mpf(34) / mpf(44), 20, lambda u: 1 / mills_of_u(u), 53),
    'erfcx double': (erfcx_of_u, mpf('-3.52') / mpf('4.48'), mpf('23.4') / mpf('31.4'), 20, lambda u: 1 / erfcx_of_u(u), 53),
    'power double': (artanh_rest, 0, mpf('0.0401'), 8, lambda z: z * z + mpf('1e-5'), 53),
    'sin double': (sin_rest, 0, mpf('0.6169'), 7, lambda s: s / (1 + s * sin_rest(s)) + mpf('1e-4'), 53),
    'cos double': (cos_rest, 0, mpf('0.6169'), 6, lambda s: s * s / cos(sqrt(s)) + mpf('1e-4'), 53),
    'atan double': (atan_rest, 0, 1, 21, lambda s: s / (1 + s * atan_rest(s)) + mpf('1e-4'), 53),
}


def two_over_pi(bits, last, shift):
    """2/pi cut into pieces of so many bits until 2^-last, each times 2^shift."""
    with mp.workprec(last + 200):
        rest, pieces = 2 / pi, []
        for k in range(1, -(-last // bits) + 1):
            unit = mpf(2) ** (-bits * k)
            pieces.append(mp.floor(rest / unit) * unit)
            rest -= pieces[-1]
        return [repr(float(piece * mpf(2) ** shift)) for piece in pieces]

if __name__ == '__main__':
    wanted = sys.argv[1] if len(sys.argv) > 1 else ''
    for name, (f, low, high, degree, weight, bits) in JOBS.items():
        if wanted in name:
            coefficients, error = fit(f, low, high, degree, weight, bits)
            print(f'{name}: degree {degree}, weighted error 2^{mp.nstr(mp.log(error, 2), 4)}')
            print('   ', ', '.join(literal(c, bits) for c in coefficients))
    # x up to 2^128 (2^1024) times 2/pi, modulo 4, to 2^-88 (2^-142).
    for name, *layout in ('2/pi float', 24, 216, 100), ('2/pi double', 53, 1166, 200):
        if wanted in name:
            print(name)
            print('   ', ', '.join(two_over_pi(*layout)))
