using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace EventStore.Conformance.Domain;

public static partial class Users
{
    private static readonly JsonSerializerOptions Json = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver(), MaxDepth = 65 };

    public static EventCatalog Catalog { get; } = new([
        Of<UserCreated>("user-created"), Of<UsernameChanged>("username-changed", "user-renamed"), Of<UserBroken>("user-broken"), Of<UserRestless>("user-restless"),
        Of<StrangerSeen>("stranger-seen"), Of<UserPoked>("user-poked", "user-nudged"), Of<NothingNoted>("nothing-noted"), Of<TextNoted>("text-noted"),
        Of<NumberNoted>("number-noted"), Of<IntegerNoted>("integer-noted"), Of<TreeGrown>("tree-grown"), Of<ProfileChanged>("profile-changed"),
    ]);

    private static EventType Of<T>(string name, params string[] formerNames) => new(name, Json.GetTypeInfo(typeof(T)), formerNames);
}
