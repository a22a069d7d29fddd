"""Weighted minimax polynomials with coefficients rounded to float or double one after the other.

The exchange algorithm of Remez on a dense Chebyshev grid; after each coefficient is rounded, the remaining
ones are corrected by weighted least squares, so that they absorb its rounding error (the exchange would not do:
without the constant term powers are no Chebyshev system around 0). Needs only mpmath.
"""
import struct
from mpmath import mp, mpf, cos, pi, matrix, lu_solve


def round_to(value, bits):
    """The nearest number with 24 (float) or 53 (double) significant bits."""
    with mp.workprec(bits):
        return +value


def grid(low, high, count):
    low, high = mpf(low), mpf(high)
    return [(low + high) / 2 - (high - low) / 2 * cos(pi * k / (count - 1)) for k in range(count)]


def exchange(targets, rows):
    """Coefficients c that minimise max |targets[i] - sum c[k] rows[i][k]|, and that maximum."""
    n = len(rows[0])
    last = len(targets) - 1
    # Chebyshev points as first references.
    reference = sorted({int(round(float((1 - cos(pi * mpf(k) / n)) / 2) * last)) for k in range(n + 1)})
    assert len(reference) == n + 1
    for _ in range(60):
        a, b = matrix(n + 1, n + 1), matrix(n + 1, 1)
        for i, r in enumerate(reference):
            for k in range(n):
                a[i, k] = rows[r][k]
            a[i, n] = (-1) ** i
            b[i] = targets[r]
        solution = lu_solve(a, b)
        c, level = [solution[k] for k in range(n)], abs(solution[n])
        errors = [t - sum(ck * rk for ck, rk in zip(c, row)) for t, row in zip(targets, rows)]
        worst = max(abs(e) for e in errors)
        if worst <= level * (1 + mpf(10) ** -4):
            break
        # One extremum per run of equal sign, then the best n + 1 neighbours.
        extrema = []
        for i, e in enumerate(errors):
            if extrema and (errors[extrema[-1]] > 0) == (e > 0):
                if abs(e) > abs(errors[extrema[-1]]):
                    extrema[-1] = i
            else:
                extrema.append(i)
        while len(extrema) > n + 1:
            extrema.pop(0 if abs(errors[extrema[0]]) < abs(errors[extrema[-1]]) else -1)
        if len(extrema) < n + 1:
            break
        reference = extrema
    return c, worst


def least_squares(targets, rows):
    """Coefficients that minimise the sum of squares."""
    n = len(rows[0])
    a, b = matrix(n, n), matrix(n, 1)
    for i in range(n):
        b[i] = sum(row[i] * t for row, t in zip(rows, targets))
        for j in range(n):
            a[i, j] = sum(row[i] * row[j] for row in rows)
    solution = lu_solve(a, b)
    return [solution[k] for k in range(n)]


def fit(f, low, high, degree, weight, bits, precision=300):
    """Coefficients of sum c[k] x^k ~ f(x), rounded; and the weighted error that they reach."""
    with mp.workprec(precision):
        xs = grid(low, high, 24 * (degree + 2))
        ws = [weight(x) for x in xs]
        targets = [w * f(x) for w, x in zip(ws, xs)]
        rows = [[w * x ** k for k in range(degree + 1)] for w, x in zip(ws, xs)]
        c, _ = exchange(targets, rows)
        fixed = []
        for k in range(degree + 1):
            fixed.append(round_to(c[0], bits))
            targets = [t - fixed[-1] * row[k] for t, row in zip(targets, rows)]
            if k < degree:
                corrections = least_squares([t - sum(ci * ri for ci, ri in zip(c[1:], row[k + 1:])) for t, row in zip(targets, rows)], [row[k + 1:] for row in rows])
                c = [ci + di for ci, di in zip(c[1:], corrections)]
        return fixed, max(abs(t) for t in targets)


def literal(value, bits):
    """Shortest C# literal: 9 or 17 digits that read back to the same number."""
    if bits == 24:
        exact = struct.unpack('f', struct.pack('f', float(value)))[0]
        for digits in range(6, 10):
            text = f'{exact:.{digits}g}'
            if struct.unpack('f', struct.pack('f', float(text)))[0] == exact:
                return text
    return repr(float(value))
