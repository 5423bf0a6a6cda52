namespace EventStore.Conformance.Domain;

/// <summary>A projection whose handler looks at the payload alone, and may take its time.</summary>
[Projection("test_Fold")]
public sealed partial class IntegerFold
{
    public List<long> Values { get; set; } = [];

    /// <summary>What a test lets the handler wait for.</summary>
    public static AsyncLocal<Func<long, Task>?> Handling { get; } = new();

    private async Task When(IntegerNoted noted)
    {
        await (Handling.Value?.Invoke(noted.Value) ?? Task.CompletedTask);
        Values.Add(noted.Value);
    }
}
