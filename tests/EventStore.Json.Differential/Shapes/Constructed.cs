using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace EventStore.Json.Differential.Shapes;

[Event("positional")]
public sealed record Positional(Guid Id, string Name, string? Note, DateTimeOffset At, decimal Total);

[Event("defaults")]
public sealed record Defaults(
    int Int = -1,
    long Long = long.MinValue,
    ulong ULong = ulong.MaxValue,
    byte Byte = 255,
    double Double = -0.1,
    float Float = float.MaxValue,
    decimal Decimal = 1.50m,
    char Char = '\'',
    bool Bool = true,
    string Text = "a \"quoted\" {text}\n",
    string? MaybeText = null,
    Priority Priority = Priority.High,
    Priority Unnamed = (Priority)(-3),
    Tags Tags = Tags.Gift | Tags.Express,
    Channel? MaybeChannel = Channel.Phone,
    Channel? NoChannel = null,
    int? MaybeInt = 5,
    decimal? MaybeDecimal = 2.5m,
    double? MaybeDouble = double.MaxValue,
    Guid Guid = default,
    Money Money = default,
    Money? MaybeMoney = null,
    DateTimeOffset At = default,
    TimeSpan? Eta = null);

/// <summary>The same by arguments: its constructor does more than to fill properties.</summary>
[Event("computed-defaults")]
public sealed record ComputedDefaults(
    int Int = -1,
    ulong ULong = ulong.MaxValue,
    double Double = -0.1,
    float Float = 0.1f,
    decimal Decimal = 1.50m,
    char Char = '\'',
    bool Bool = true,
    string Text = "a \"quoted\" {text}\n",
    Priority Priority = Priority.High,
    Priority Unnamed = (Priority)(-3),
    Channel? MaybeChannel = Channel.Phone,
    int? MaybeInt = 5,
    decimal? MaybeDecimal = 2.5m,
    Guid Guid = default,
    Money? MaybeMoney = null)
{
    public string Text { get; init; } = Text.Trim();

    public int Twice { get; init; } = Int * 2;

    public string Fixed { get; set; } = "fixed";
}

[Event("initialised")]
public sealed class Initialised
{
    public string Sku { get; init; } = null!;

    public int Quantity { get; init; } = 1;

    public string Unit { get; init; } = "pcs";

    public int? Maybe { get; init; } = 3;

    public List<string> Labels { get; init; } = ["new"];

    public int Settable { get; set; } = 4;
}

[Event("demanding")]
public sealed class Demanding
{
    public required string Sku { get; init; }

    public required Money Price { get; set; }

    public required int? Maybe { get; init; }

    [JsonRequired]
    public string Must { get; set; } = "must";

    [JsonInclude]
    public required int Field;

    public string? Optional { get; init; }
}

[Event("demanding-record")]
public sealed record DemandingRecord(int A, string B = "b")
{
    public required string C { get; init; }

    public required int D { get; set; }
}

[Event("by-arguments")]
[method: JsonConstructor]
public sealed class ByArguments(string carrier, DateTime at = default, double share = 0.25, Priority priority = Priority.High, char mark = '\'')
{
    public ByArguments()
        : this("none")
    {
    }

    public string Carrier { get; } = carrier;

    public DateTime At { get; } = at;

    public double Share { get; } = share;

    public Priority Priority { get; } = priority;

    public char Mark { get; } = mark;

    public string? Track { get; set; }

    public required int Weight { get; init; }

    public string Carriage => Carrier + "!";
}

[Event("answers-for-required")]
public sealed class AnswersForRequired
{
    [SetsRequiredMembers, JsonConstructor]
    public AnswersForRequired(decimal amount) => Amount = amount;

    public required decimal Amount { get; init; }

    public string? Why { get; set; }
}

[Event("single-constructor")]
public sealed class SingleConstructor
{
    private readonly int _number;

    public SingleConstructor(int number, IReadOnlyList<string>? names)
    {
        _number = number;
        Names = names ?? ["nobody"];
    }

    public int Number => _number;

    public IReadOnlyList<string>? Names { get; }
}

[Event("throwing")]
public sealed class Throwing
{
    private int _percent;

    public Throwing(string name) => Name = name is { Length: > 0 } ? name : throw new ArgumentException("A name is needed.", nameof(name));

    public string Name { get; }

    public int Percent
    {
        get => _percent;
        set => _percent = value is >= 0 and <= 100 ? value : throw new InvalidOperationException("No percentage.");
    }
}

[Event("several-constructors")]
public sealed class SeveralConstructors
{
    public SeveralConstructors()
    {
    }

    public SeveralConstructors(int number) => Number = number;

    public int Number { get; set; } = 5;

    internal int Hidden() => Number;
}

[Event("internally-made")]
public sealed class InternallyMade
{
    [JsonConstructor]
    internal InternallyMade(int number) => Number = number;

    public int Number { get; }
}

[Event("with-params")]
public sealed record WithParams(string Name = "n", params int[] Numbers);

[Event("empty")]
public sealed record Empty;

/// <summary>What only the runtime may call.</summary>
[Event("hidden")]
public sealed class Hidden
{
    [JsonInclude]
    private int _count;

    public string Name { get; set; } = "";

    [JsonInclude]
    private string? Secret { get; set; }

    [JsonInclude]
    private int Initialised { get; init; } = 3;

    [JsonInclude]
    public readonly int ReadOnly = 4;

    public int Count() => _count;

    public static Hidden Of(int count, string? secret, int initialised) => new() { _count = count, Secret = secret, Initialised = initialised };
}

/// <summary>The same in public, since System.Text.Json's generator cannot reach what is private.</summary>
public sealed class HiddenTwin
{
    [JsonInclude]
    public int _count;

    public string Name { get; set; } = "";

    [JsonInclude]
    public string? Secret { get; set; }

    [JsonInclude]
    public int Initialised { get; set; } = 3;

    [JsonInclude]
    public int ReadOnly = 4;
}
