using Xunit.v3;

namespace EventStore.Conformance;

/// <summary>
/// Names the lines of docs/behaviours.md that a test proves. It is a trait, so that <c>--filter-trait Proves=S-01</c>
/// runs the tests of one line; a project that does not reference this one writes <c>[Trait("Proves", "S-01")]</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProvesAttribute(params string[] ids) : Attribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [.. ids.Select(id => KeyValuePair.Create("Proves", id))];
}
