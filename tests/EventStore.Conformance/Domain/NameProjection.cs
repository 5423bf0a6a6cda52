namespace EventStore.Conformance.Domain;

/// <summary>A projection whose handlers are generated.</summary>
[Projection("name-projection")]
public sealed partial class NameProjection
{
    public int Renames { get; set; }

    public string Last { get; set; } = "";

    private void When(UserCreated created) => Last = created.Username;

    private void When(UsernameChanged changed, ProjectionContext context)
    {
        Renames++;
        Last = changed.Username;
        if (changed.Username == "Sascha")
        {
            context.Emit(new TextNoted(changed.Username));
        }
    }
}
