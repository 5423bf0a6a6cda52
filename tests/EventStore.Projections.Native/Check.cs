using System.Runtime.CompilerServices;

namespace EventStore.Projections.Native;

/// <summary>What has to hold; the first that does not ends the program with where it stands.</summary>
internal static class Check
{
    public static int Count { get; private set; }

    public static void Equal<T>(T expected, T actual, [CallerArgumentExpression(nameof(actual))] string? what = null, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) =>
        That(EqualityComparer<T>.Default.Equals(expected, actual), $"{what} is {actual}, not {expected}", file, line);

    public static void That(bool holds, [CallerArgumentExpression(nameof(holds))] string? what = null, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"{Path.GetFileName(file)}, line {line}: {what}");
        }

        Count++;
    }

    public static async Task ThrowsAsync<TException>(Func<Task> action, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        where TException : Exception
    {
        try
        {
            await action();
        }
        catch (TException)
        {
            Count++;
            return;
        }

        That(false, $"no {typeof(TException).Name}", file, line);
    }
}
