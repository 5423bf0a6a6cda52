using CsCheck;

namespace EventStore.Model.Tests;

/// <summary>Draws from a list of values, the first ones being the simplest.</summary>
internal static class Pick
{
    public static Gen<T> One<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
