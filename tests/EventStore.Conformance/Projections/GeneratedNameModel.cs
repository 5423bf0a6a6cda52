using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Projections;

/// <summary>A read model whose handlers are generated.</summary>
[ReadModel("generated-names")]
public sealed partial class GeneratedNameModel : NameModel
{
    private void When(UserCreated created) => Insert(created.Username);

    private void When(UsernameChanged changed) => Update(changed.Username);
}
