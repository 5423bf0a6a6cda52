using EventStore;
using Npgsql;

namespace GitHistory.ReadModels;

/// <summary>
/// A table that counts something for names of each repository. What a block of events adds up to is written with its
/// checkpoint: a row for each name, however many events there were.
/// </summary>
internal abstract class CountedNames(ReadModelTable table) : PostgresReadModel(table)
{
    private readonly HashSet<string> _restarted = [];
    private readonly Dictionary<(string Root, string Name), long> _added = [];

    /// <returns>The rows of a repository, in any order; none as long as there is no table.</returns>
    public static async Task<IReadOnlyList<NameCount>> ReadAsync(NpgsqlDataSource source, ReadModelTable table, string root, CancellationToken cancellationToken)
    {
        var counts = new List<NameCount>();
        await using NpgsqlCommand command = source.CreateCommand($"select name, count from {table} where root = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = root });
        try
        {
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                counts.Add(new NameCount(reader.GetFieldValue<byte[]>(0), reader.GetInt64(1)));
            }
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            // The first run has not made it yet.
        }

        return counts;
    }

    /// <summary>Names are bytes, as git has them.</summary>
    public override Task InitAsync(CancellationToken cancellationToken) => Client.ExecuteAsync(
        $"create table {Table} (root text not null, name bytea not null, count bigint not null, primary key (root, name))",
        cancellationToken: cancellationToken);

    public override async Task PersistAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (string root in _restarted)
            {
                await Client.RemoveAsync(Table, new() { ["root"] = root }, cancellationToken);
            }

            await AddAsync(cancellationToken);
        }
        finally
        {
            ClearStack();
        }
    }

    public override void ClearStack()
    {
        base.ClearStack();
        _restarted.Clear();
        _added.Clear();
    }

    protected void Add(string root, byte[] name, int count)
    {
        (string, string) key = (root, Convert.ToHexString(name));
        _added[key] = _added.GetValueOrDefault(key) + count;
    }

    /// <summary>A history begins: whatever was counted of the repository belongs to one that was deleted.</summary>
    protected void Restart(string root)
    {
        _restarted.Add(root);
        foreach ((string Root, string Name) key in _added.Keys.Where(key => key.Root == root).ToArray())
        {
            _added.Remove(key);
        }
    }

    private async Task AddAsync(CancellationToken cancellationToken)
    {
        string[] roots = [.. _added.Keys.Select(key => key.Root)];
        byte[][] names = [.. _added.Keys.Select(key => Convert.FromHexString(key.Name))];
        await Client.ExecuteAsync(
            $"insert into {Table} as known select * from unnest($1, $2, $3) on conflict (root, name) do update set count = known.count + excluded.count",
            [roots, names, _added.Values.ToArray()],
            cancellationToken);
        await Client.ExecuteAsync(
            $"delete from {Table} using unnest($1, $2) as changed (root, name) where {Table}.root = changed.root and {Table}.name = changed.name and count = 0",
            [roots, names],
            cancellationToken);
    }
}
