namespace EventStore.Json.Differential.Shapes;

/// <summary>More members than a machine word has bits.</summary>
[Event("large")]
public sealed class Large
{
    public required int Member0 { get; set; }
    public string? Member1 { get; set; }
    public decimal? Member2 { get; set; }
    public int Member3 { get; set; }
    public string? Member4 { get; set; }
    public decimal? Member5 { get; set; }
    public int Member6 { get; set; }
    public required string? Member7 { get; set; }
    public decimal? Member8 { get; set; }
    public int Member9 { get; set; }
    public string? Member10 { get; set; }
    public decimal? Member11 { get; set; }
    public int Member12 { get; set; }
    public string? Member13 { get; set; }
    public required decimal? Member14 { get; set; }
    public int Member15 { get; set; }
    public string? Member16 { get; set; }
    public decimal? Member17 { get; set; }
    public int Member18 { get; set; }
    public string? Member19 { get; set; }
    public decimal? Member20 { get; set; }
    public required int Member21 { get; set; }
    public string? Member22 { get; set; }
    public decimal? Member23 { get; set; }
    public int Member24 { get; set; }
    public string? Member25 { get; set; }
    public decimal? Member26 { get; set; }
    public int Member27 { get; set; }
    public required string? Member28 { get; set; }
    public decimal? Member29 { get; set; }
    public int Member30 { get; set; }
    public string? Member31 { get; set; }
    public decimal? Member32 { get; set; }
    public int Member33 { get; set; }
    public string? Member34 { get; set; }
    public required decimal? Member35 { get; set; }
    public int Member36 { get; set; }
    public string? Member37 { get; set; }
    public decimal? Member38 { get; set; }
    public int Member39 { get; set; }
    public string? Member40 { get; set; }
    public decimal? Member41 { get; set; }
    public required int Member42 { get; set; }
    public string? Member43 { get; set; }
    public decimal? Member44 { get; set; }
    public int Member45 { get; set; }
    public string? Member46 { get; set; }
    public decimal? Member47 { get; set; }
    public int Member48 { get; set; }
    public required string? Member49 { get; set; }
    public decimal? Member50 { get; set; }
    public int Member51 { get; set; }
    public string? Member52 { get; set; }
    public decimal? Member53 { get; set; }
    public int Member54 { get; set; }
    public string? Member55 { get; set; }
    public required decimal? Member56 { get; set; }
    public int Member57 { get; set; }
    public string? Member58 { get; set; }
    public decimal? Member59 { get; set; }
    public int Member60 { get; set; }
    public string? Member61 { get; set; }
    public decimal? Member62 { get; set; }
    public required int Member63 { get; set; }
    public string? Member64 { get; set; }
    public decimal? Member65 { get; set; }
    public int Member66 { get; set; }
    public string? Member67 { get; set; }
    public decimal? Member68 { get; set; }
    public int Member69 { get; set; }
}

/// <summary>More parameters than a machine word has bits.</summary>
[Event("large-record")]
public sealed record LargeRecord(
    int Member0,
    string? Member1,
    decimal? Member2,
    int Member3,
    string? Member4,
    decimal? Member5,
    int Member6,
    string? Member7,
    decimal? Member8,
    int Member9,
    string? Member10,
    decimal? Member11,
    int Member12,
    string? Member13,
    decimal? Member14,
    int Member15,
    string? Member16,
    decimal? Member17,
    int Member18,
    string? Member19,
    decimal? Member20,
    int Member21,
    string? Member22,
    decimal? Member23,
    int Member24,
    string? Member25,
    decimal? Member26,
    int Member27,
    string? Member28,
    decimal? Member29,
    int Member30 = 30,
    string? Member31 = null,
    decimal? Member32 = 32.5m,
    int Member33 = 33,
    string? Member34 = null,
    decimal? Member35 = 35.5m,
    int Member36 = 36,
    string? Member37 = null,
    decimal? Member38 = 38.5m,
    int Member39 = 39,
    string? Member40 = null,
    decimal? Member41 = 41.5m,
    int Member42 = 42,
    string? Member43 = null,
    decimal? Member44 = 44.5m,
    int Member45 = 45,
    string? Member46 = null,
    decimal? Member47 = 47.5m,
    int Member48 = 48,
    string? Member49 = null,
    decimal? Member50 = 50.5m,
    int Member51 = 51,
    string? Member52 = null,
    decimal? Member53 = 53.5m,
    int Member54 = 54,
    string? Member55 = null,
    decimal? Member56 = 56.5m,
    int Member57 = 57,
    string? Member58 = null,
    decimal? Member59 = 59.5m,
    int Member60 = 60,
    string? Member61 = null,
    decimal? Member62 = 62.5m,
    int Member63 = 63,
    string? Member64 = null,
    decimal? Member65 = 65.5m);
