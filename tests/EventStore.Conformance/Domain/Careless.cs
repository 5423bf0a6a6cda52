namespace EventStore.Conformance.Domain;

/// <summary>Records for a handler: the compiler looks into the handler's own type only, so the store refuses it when it runs.</summary>
internal static class Careless
{
    public static void Rename(User user, string username) => user.Rename(username);
}
