using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace EventStore;

/// <summary>What became of one unit out of several that were appended in one call. Immutable.</summary>
public sealed class AppendOutcome
{
    private readonly AppendResult? _result;

    /// <summary>Makes the outcome of a unit that is stored.</summary>
    /// <param name="result">Its positions.</param>
    public AppendOutcome(AppendResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        _result = result;
    }

    /// <summary>Makes the outcome of a unit of which nothing is stored.</summary>
    /// <param name="exception">Why not.</param>
    public AppendOutcome(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        Exception = exception;
    }

    /// <summary>
    /// Whether the unit is stored and nothing has failed behind that. If not, <see cref="Exception"/> tells which: a
    /// <c>MiddlewareException</c> whose <c>IsCommitted</c> is true says that the unit is stored, and that an
    /// <c>Appended</c> middleware has failed.
    /// </summary>
    [MemberNotNullWhen(false, nameof(Exception))]
    public bool IsStored => _result is not null;

    /// <summary>Why the unit is not stored, or what has failed when it was; null if it is stored and nothing failed.</summary>
    public Exception? Exception { get; }

    /// <summary>The unit's positions.</summary>
    /// <exception cref="Exception">The unit is not stored, or something has failed behind that: <see cref="Exception"/> is thrown.</exception>
    public AppendResult Result
    {
        get
        {
            if (_result is null)
            {
                // As it was thrown, so that its stack trace still tells where.
                ExceptionDispatchInfo.Throw(Exception!);
            }

            return _result;
        }
    }
}
