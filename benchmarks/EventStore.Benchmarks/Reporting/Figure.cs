using System.Globalization;

namespace EventStore.Benchmarks.Reporting;

/// <summary>A ratio that is to be reached in every case of a table, or in one.</summary>
/// <param name="What">What is measured.</param>
/// <param name="Table">The table that it is taken from.</param>
/// <param name="Reference">The way that ours is measured against.</param>
/// <param name="Aim">The ratio to reach.</param>
/// <param name="Case">The one case that counts, or null for each.</param>
/// <param name="IsFaster">Whether the ratio says how many times faster ours is, and not which part of the time it takes.</param>
/// <param name="IsBytes">Whether bytes are compared, and not times.</param>
internal sealed record Figure(string What, string Table, string Reference, double Aim, string? Case = null, bool IsFaster = false, bool IsBytes = false)
{
    /// <summary>The figures that the library is to reach, and does in nanoseconds and bytes.</summary>
    public static IReadOnlyList<Figure> All { get; } =
    [
        new("dispatch, time", Tables.Dispatch, Ways.HandWrittenSwitch, 1.2),
        new("dispatch, time", Tables.Dispatch, Ways.SwitchBehindInterface, 1.2),
        new("dispatch, bytes", Tables.Dispatch, Ways.HandWrittenSwitch, 0, IsBytes: true),
        new("dispatch, time", Tables.Dispatch, Ways.MethodInvoke, 12, IsFaster: true),
        new("look-up of 256 names, time", Tables.Names, Ways.FrozenDictionary, 5, "256", IsFaster: true),
        new("look-up of 256 names, bytes", Tables.Names, Ways.FrozenDictionary, 0, "256", IsBytes: true),
        new("JSON read, time", Tables.JsonRead, Ways.JsonGenerator, 0.7),
        new("JSON read, bytes", Tables.JsonRead, Ways.JsonGenerator, 0.5, IsBytes: true),
        new("JSON write, time", Tables.JsonWrite, Ways.JsonGenerator, 1.0),
    ];

    /// <summary>The figures beside what each of these runs reached.</summary>
    public static string ToTable(params IReadOnlyList<IReadOnlyList<Measurement>> runs) => Markdown.Table(
        ["what", "against", "to reach", "just in time", "native"],
        All.Select(figure => (string[])[figure.What, figure.Reference, figure.ToReach(), .. runs.Select(figure.Reached)]));

    private bool IsNone => IsBytes && Aim == 0;

    private string ToReach() => IsNone ? "0 B" : IsFaster ? $"≥ {Ratio(Aim)} faster" : $"≤ {Ratio(Aim)}";

    /// <summary>The ratio in each case, worst last in what it says: whether all reach the aim.</summary>
    private string Reached(IReadOnlyList<Measurement> run)
    {
        Measurement[] rows = [.. run.Where(measurement => measurement.Table == Table && (Case is null || measurement.Case == Case))];
        (string Case, double Value)[] values =
        [
            .. from ours in rows
               where ours.Way == Ways.Ours
               from reference in rows
               where reference.Way == Reference && reference.Case == ours.Case
               select (ours.Case, Compare(ours, reference)),
        ];
        if (values.Length == 0)
            return "";

        string list = string.Join(", ", values.Select(value => Case is null ? $"{Value(value.Value)} ({value.Case})" : Value(value.Value)));
        return values.All(value => IsReached(value.Value)) ? $"**reached**: {list}" : $"missed: {list}";
    }

    private double Compare(Measurement ours, Measurement reference) =>
        IsNone ? ours.Bytes
        : IsBytes ? ours.Bytes / reference.Bytes
        : IsFaster ? reference.Nanoseconds / ours.Nanoseconds
        : ours.Nanoseconds / reference.Nanoseconds;

    /// <summary>By the digits that are shown.</summary>
    private bool IsReached(double value) => IsFaster ? value >= Aim : IsNone ? value < 0.5 : Math.Round(value, 2) <= Aim;

    private string Value(double value) => IsNone ? Markdown.Size(value) : Ratio(value);

    private static string Ratio(double value) => value.ToString(value < 9.95 ? "0.0#" : "0", CultureInfo.InvariantCulture) + "×";
}
