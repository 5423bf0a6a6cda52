namespace EventStore;

/// <summary>An append whose transaction is still open, and which followers wait for. Immutable.</summary>
/// <param name="Position">The last position that followers may pass while it is open.</param>
/// <param name="ProcessId">The process of the server that it runs in, as <c>pg_terminate_backend</c> takes it; 0 for a prepared transaction, which has none.</param>
/// <param name="Age">How long its transaction has been open, by the server's clock; null without the right to see it.</param>
/// <param name="Database">The database.</param>
/// <param name="Application">What the connection calls itself; empty if it has no name.</param>
/// <param name="State">What it does, for example <c>idle in transaction</c> or <c>prepared transaction</c>; empty without the right to see it.</param>
/// <param name="Query">Its statement, or its last one, without parameters; the server hides it from roles without <c>pg_read_all_stats</c>.</param>
public sealed record OpenAppend(long Position, int ProcessId, TimeSpan? Age, string Database, string Application, string State, string Query);
