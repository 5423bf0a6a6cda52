using System.Diagnostics;
using System.Globalization;
using EventStore.Postgres;

namespace EventStore.ReliabilityTests;

/// <summary>
/// One cell of the crash matrix: this program once more, running a projection and ending itself without a word at a
/// point that it reaches.
/// </summary>
internal sealed record CrashCell(ProjectionKind Kind, int BlockSize, string Point)
{
    /// <summary>The first argument of a process that is to die.</summary>
    public const string Argument = "--crash";

    public const string Stream = "steps";

    public const int Events = 60;

    /// <summary>What <see cref="Environment.FailFast(string)"/> ends with: the signal to abort.</summary>
    public const int Crashed = 128 + 6;

    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);

    /// <summary>Every point, in the order in which a run comes by.</summary>
    public static readonly string[] Points =
    [
        "before acquisition", "acquisition", "before initialisation", "initialisation", "before head", "head", "before page", "page", "before handler", "handler",
        "before emission", "before checkpoint", "fence", "appends", "before rows", "rows", "commit", "checkpoint", "before renewal", "renewal", "before release", "release",
    ];

    private bool IsOfRenewal => Point.EndsWith("renewal", StringComparison.Ordinal);

    /// <summary>Whether a run comes by: a checkpoint without rows and appends is a single statement, and only emitted events pass the middleware.</summary>
    public bool IsReached => Point switch
    {
        "before emission" => Kind == ProjectionKind.Emitting,
        "fence" or "appends" or "rows" or "commit" => Kind != ProjectionKind.Projector,
        "before rows" or "before initialisation" or "initialisation" => Kind == ProjectionKind.ReadModel,
        _ => true,
    };

    /// <summary>At which time it dies: somewhere in the midst.</summary>
    public int Hit => Point switch
    {
        "before handler" or "handler" or "before emission" => 35,
        "page" or "before page" => 2,
        "before checkpoint" or "fence" or "appends" or "before rows" or "rows" or "commit" or "checkpoint" => Math.Max(1, Events / 2 / BlockSize),
        _ => 1,
    };

    public ProjectionOptions Options => new() { BlockSize = BlockSize, PageSize = 25, Lease = Lease, RenewalThreshold = IsOfRenewal ? TimeSpan.Zero : Lease / 2 };

    public RigProjection ProjectionIn(string schema, Action<string>? reached = null) =>
        new(Kind, $"p{(int)Kind}_{BlockSize}_{Array.IndexOf(Points, Point)}", schema) { Reached = reached };

    /// <summary>Runs the cell in a process of its own.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(string connectionString, string schema)
    {
        string[] arguments = [Argument, connectionString, schema, Kind.ToString(), BlockSize.ToString(CultureInfo.InvariantCulture), Point];
        using Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardError = true })!;
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>What the process does.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        (string connectionString, string schema) = (arguments[0], arguments[1]);
        var cell = new CrashCell(Enum.Parse<ProjectionKind>(arguments[2]), int.Parse(arguments[3], CultureInfo.InvariantCulture), arguments[4]);
        int hits = 0;
        await using IEventStore store = new EventStoreBuilder()
            .UseEventLog(context => new FaultLog(
                new PostgresEventLog(PostgresEventStoreBuilderExtensions.BuildSource(connectionString), ownsSource: true, new PostgresOptions { Schema = schema, CheckpointStepDone = Reached }, context.TimeProvider),
                Reached))
            .AddEvents(RigEvents.Catalog)
            .AddMiddleware(DomainEventAction.PreAppend, (e, _) =>
            {
                Reached("before emission");
                return new(e);
            })
            .Build();
        await cell.ProjectionIn(schema, Reached).RunAsync(store, Stream, cell.Options, keepRunning: cell.IsOfRenewal);
        return 0;

        void Reached(string point)
        {
            if (point == cell.Point && ++hits == cell.Hit)
            {
                Environment.FailFast(point);
            }
        }
    }
}
