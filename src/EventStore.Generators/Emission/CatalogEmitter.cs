using EventStore.Generators.Models;
using Microsoft.CodeAnalysis.Text;

namespace EventStore.Generators.Emission;

/// <summary>Writes the <c>Catalog</c> of a class marked <c>[EventCatalog]</c>.</summary>
internal static class CatalogEmitter
{
    public static SourceText Emit(CatalogModel catalog, string assemblyName)
    {
        SourceWriter writer = GeneratedFile.Begin();
        if (catalog.IsVisible)
        {
            writer.Line($"[assembly: global::EventStore.CompilerServices.EventCatalogOf(typeof({catalog.Header.FullName}))]");
            writer.Line();
        }

        TypeHeaderEmitter.Open(writer, catalog.Header);
        writer.Line($"/// <summary>Every event and state of the assembly{(catalog.Includes.Count > 0 ? ", and the catalogs that it includes" : "")}.</summary>");
        writer.Line(GeneratedFile.Attribute);
        writer.Line("public static global::EventStore.EventCatalog Catalog => __Catalog.Value;");
        writer.Line();
        writer.Line("// A class of its own: it is made when it is first asked for, whatever static fields the other parts have.");
        writer.Line(GeneratedFile.Attribute);
        writer.Open("private static class __Catalog");
        writer.Line($"internal static readonly global::EventStore.EventCatalog Value = new global::EventStore.EventCatalog(global::{GeneratedFile.Namespace}.{GeneratedFile.EventTypes(assemblyName)}.All_(), global::{GeneratedFile.Namespace}.{GeneratedFile.EventTypes(assemblyName)}.States_())");
        writer.Indent();
        foreach (string included in catalog.Includes)
            writer.Line($".Including({included}.Catalog)");

        writer.Line(";");
        writer.Outdent();
        return writer.End();
    }
}
