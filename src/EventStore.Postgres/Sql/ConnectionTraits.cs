namespace EventStore.Postgres;

/// <summary>
/// What is known of one physical connection, and which statements it has seen. Used by one session at a time.
/// </summary>
internal sealed class ConnectionTraits(bool reachesServer, bool prepares, bool readsCommitted)
{
    /// <summary>Each prepared statement is memory of the server, for as long as the connection lives.</summary>
    public const int MaxPrepared = 512;

    private readonly HashSet<string> _seen = [];
    private readonly HashSet<string> _prepared = [];

    /// <summary>Whether the process behind the connection is the server's own, and no pooler's.</summary>
    public bool ReachesServer { get; } = reachesServer;

    /// <summary>Whether statements may be prepared here.</summary>
    public bool Prepares { get; } = prepares;

    /// <summary>Whether a transaction that says nothing of its isolation has a snapshot for each statement.</summary>
    public bool ReadsCommitted { get; } = readsCommitted;

    /// <summary>Whether there are so many prepared statements that they have to go.</summary>
    public bool IsFull => _prepared.Count >= MaxPrepared;

    public void Clear()
    {
        _seen.Clear();
        _prepared.Clear();
    }

    /// <summary>Whether a statement has been prepared.</summary>
    public bool IsPrepared(string sql) => _prepared.Contains(sql);

    /// <summary>Notes that a statement has been prepared.</summary>
    public void NotePrepared(string sql)
    {
        _seen.Remove(sql);
        _prepared.Add(sql);
    }

    /// <summary>Notes a statement; true if it has been here before: from its second time on it is prepared.</summary>
    public bool NoteSeen(string sql)
    {
        if (_seen.Contains(sql))
        {
            return true;
        }

        if (_seen.Count >= 2 * MaxPrepared)
        {
            _seen.Clear();
        }

        _seen.Add(sql);
        return false;
    }
}
