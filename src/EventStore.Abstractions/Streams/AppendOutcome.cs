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

    /// <summary>Makes the outcome of a unit of which nothing is stored, as far as is known.</summary>
    /// <param name="exception">Why not; an <see cref="AppendOutcomeUnknownException"/> if that could not be found out.</param>
    public AppendOutcome(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        Exception = exception;
    }

    /// <summary>Makes the outcome of a unit that is stored, and behind which something has failed.</summary>
    /// <param name="result">Its positions.</param>
    /// <param name="failure">What has failed.</param>
    internal AppendOutcome(AppendResult result, Exception failure)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(failure);
        _result = result;
        Exception = failure;
    }

    /// <summary>
    /// Whether the unit is stored (within a transaction of the caller's: inserted), also where an <c>Appended</c>
    /// middleware has failed behind that. False together with an <see cref="AppendOutcomeUnknownException"/> means that
    /// the unit may be stored.
    /// </summary>
    [MemberNotNullWhen(false, nameof(Exception))]
    public bool IsStored => _result is not null;

    /// <summary>
    /// Why the unit is not stored; or, where <see cref="IsStored"/> is true, the <c>MiddlewareException</c> of the
    /// <c>Appended</c> middleware that failed behind it; null if the unit is stored and nothing has failed.
    /// </summary>
    public Exception? Exception { get; }

    /// <summary>The unit's positions. They are there too where a middleware has failed behind the append.</summary>
    /// <exception cref="Exception">The unit is not stored: <see cref="Exception"/> is thrown.</exception>
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
