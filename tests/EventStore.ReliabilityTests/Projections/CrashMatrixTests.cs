using System.Collections.Concurrent;

namespace EventStore.ReliabilityTests;

/// <summary>A projection's process dies at every point that it comes by, and another one goes on.</summary>
public sealed class CrashMatrixTests(ClusterFixture server, ITestOutputHelper output) : IClassFixture<ClusterFixture>
{
    private static readonly int[] BlockSizes = Rig.IsFull ? [1, 10, 1_000] : [10];

    [Fact]
    [Trait("Proves", "F-11")]
    [Trait("Proves", "V-04")]
    public async Task Wherever_the_process_dies_the_next_run_ends_as_if_it_had_not()
    {
        await using RigStore store = await RigStore.CreateAsync(await server.Cluster.CreateDatabaseAsync("crashes"), CrashCell.Stream);
        await store.Store.AppendToAsync(CrashCell.Stream, Enumerable.Range(1, CrashCell.Events).Select(step => DomainEvent.Create(RigEvents.Catalog, new StepTaken(1, step))));
        string whole = RigProjection.Steps(Enumerable.Range(1, CrashCell.Events).Select(step => (long)step));

        // In a short run each kind has every sixth point, and no two kinds the same.
        CrashCell[] cells =
        [
            .. from blockSize in BlockSizes
               from kind in Enum.GetValues<ProjectionKind>()
               let points = CrashCell.Points.Select(point => new CrashCell(kind, blockSize, point)).Where(cell => cell.IsReached)
               from cell in points.Where((_, i) => Rig.IsFull || i % 6 == (int)kind % 6)
               select cell,
        ];
        var results = new ConcurrentDictionary<CrashCell, string>();
        await Parallel.ForEachAsync(cells, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (cell, _) =>
        {
            int exit = await cell.RunAsync(store.Source.ConnectionString, store.Schema);
            results[cell] = exit == CrashCell.Crashed ? "" : $"ended with {exit}";
        });

        foreach (CrashCell cell in cells)
        {
            RigProjection projection = cell.ProjectionIn(store.Schema);
            if (await projection.LookAsync(store.Source) is { } look && look.State != look.Rows)
            {
                results[cell] += $" state {look.State} beside rows {look.Rows}";
            }

            long handled = (await StoredAsync(store.Store, projection.Name)).Count(character => character == ',');
            string state = await projection.TakeOverAsync(store.Store, CrashCell.Stream, cell.Options);
            IReadOnlyList<string> written = await projection.ReadOutputAsync(store.Store, store.Source);
            results[cell] += state == whole && written.All(one => one == whole) ? "" : $" state {state}, written {string.Join(" and ", written)}";
            results[cell] = results[cell].Length == 0 ? $"{handled}" : $"WRONG: {results[cell]}";
        }

        string table = Table(cells, results);
        output.WriteLine(table);
        foreach (string line in table.Split('\n'))
        {
            Report.Line($"{line}");
        }

        Assert.All(results, result => Assert.True(!result.Value.StartsWith("WRONG", StringComparison.Ordinal), $"{result.Key}: {result.Value}"));
        Assert.Equal(cells.Length, results.Count);
    }

    private static async Task<string> StoredAsync(IEventStore store, string name)
    {
        try
        {
            return await store.Projections.FetchStateAsync<string>(name);
        }
        catch (Exception exception) when (exception is ProjectionNotFoundException or ProjectionStateException)
        {
            return "";
        }
    }

    /// <summary>How many events were stored when the process had died: each cell went on from there to all of them, once.</summary>
    private static string Table(CrashCell[] cells, IReadOnlyDictionary<CrashCell, string> results)
    {
        (ProjectionKind Kind, int BlockSize)[] columns = [.. cells.Select(cell => (cell.Kind, cell.BlockSize)).Distinct().OrderBy(column => column.Kind)];
        string[] lines =
        [
            FormattableString.Invariant($"{cells.Length} crashes; events stored at each, of {CrashCell.Events}; all of them once after the next run"),
            Line("killed at", columns.Select(column => FormattableString.Invariant($"{column.Kind} {column.BlockSize}"))),
            .. CrashCell.Points.Select(point => Line(point, columns.Select(column => results.GetValueOrDefault(new CrashCell(column.Kind, column.BlockSize, point), "–")))),
        ];
        return string.Join('\n', lines);
    }

    private static string Line(string first, IEnumerable<string> others) => string.Concat(others.Select(other => other.PadLeft(16)).Prepend(first.PadRight(24)));
}
