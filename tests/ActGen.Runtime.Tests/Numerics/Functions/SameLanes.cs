using System.Numerics;
using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Numerics.Functions;

/// <summary>Two ways to the same bits, compared lane by lane. NaN equals NaN; +0 and −0 differ.</summary>
internal static class SameLanes
{
    /// <summary>All values, a vector at a time; zeros fill the last one.</summary>
    /// <param name="values">The arguments.</param>
    /// <param name="name">What is computed, for the message.</param>
    /// <param name="expected">The one way.</param>
    /// <param name="actual">The other way.</param>
    public static void Assert<T, TVector>(T[] values, string name, Func<TVector, TVector> expected, Func<TVector, TVector> actual)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        Array.Resize(ref values, (values.Length + TVector.Count - 1) / TVector.Count * TVector.Count);
        T[] lanes = new T[TVector.Count], expectedLanes = new T[TVector.Count];
        for (int i = 0; i < values.Length; i += TVector.Count)
        {
            TVector x = TVector.Load(in values[i], 0);
            TVector.Store(actual(x), ref lanes[0], 0);
            TVector.Store(expected(x), ref expectedLanes[0], 0);
            for (int lane = 0; lane < lanes.Length; lane++)
                Xunit.Assert.True(lanes[lane].Equals(expectedLanes[lane]) && (T.IsNaN(lanes[lane]) || T.IsNegative(lanes[lane]) == T.IsNegative(expectedLanes[lane])), $"{name} of {values[i + lane]:R}: {lanes[lane]:R} instead of {expectedLanes[lane]:R}");
        }
    }
}
