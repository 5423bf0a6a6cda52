using EventStore.Generators.Models;

namespace EventStore.Generators.Emission;

/// <summary>Opens another part of a user's partial type.</summary>
internal static class TypeHeaderEmitter
{
    public static void Open(SourceWriter writer, TypeHeader header, string bases = "")
    {
        if (header.Namespace.Length > 0)
            writer.Open($"namespace {header.Namespace}");

        foreach (string container in header.Containers)
            writer.Open($"partial {container}");

        writer.Open($"partial {header.Keyword} {header.Name}{bases}");
    }
}
