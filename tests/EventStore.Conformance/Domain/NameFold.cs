namespace EventStore.Conformance.Domain;

/// <summary>A projection whose handlers look at payloads alone.</summary>
[Projection("name-fold")]
public sealed partial class NameFold
{
    public List<string> Names { get; set; } = [];

    /// <summary>What a test lets happen in the handlers.</summary>
    internal static AsyncLocal<Func<string, Task>?> Handling { get; } = new();

    private void When(UserCreated created) => Names.Add(created.Username);

    private Task When(UsernameChanged changed)
    {
        Names.Add(changed.Username);
        return Handling.Value?.Invoke(changed.Username) ?? Task.CompletedTask;
    }
}
