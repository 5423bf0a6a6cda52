using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace EventStore.Generators.Tests;

/// <summary>Compiles assemblies of which each refers to those before it, and runs them.</summary>
internal static class Execution
{
    /// <summary>Runs <c>Test.Run()</c> of the last assembly, and gives what it returns.</summary>
    public static object? Run(params (string Name, string Source)[] assemblies)
    {
        var context = new AssemblyLoadContext(assemblies[^1].Name, isCollectible: true);
        try
        {
            List<MetadataReference> references = [];
            Assembly? last = null;
            foreach ((string name, string source) in assemblies)
            {
                byte[] image = Emit(name, source, [.. references]);
                references.Add(MetadataReference.CreateFromImage(image));
                last = context.LoadFromStream(new MemoryStream(image));
            }

            return last!.GetType("Test")!.GetMethod("Run")!.Invoke(null, null);
        }
        catch (TargetInvocationException exception)
        {
            throw exception.InnerException!;
        }
        finally
        {
            context.Unload();
        }
    }

    /// <summary>Runs the generator over a source and compiles both, without an error, and without a warning in what is generated.</summary>
    public static byte[] Emit(string name, string source, params MetadataReference[] references)
    {
        Compilation compilation = Compilations.Generate(Compilations.Create(source, assemblyName: name, references: references));
        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || (diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Location.SourceTree?.FilePath != "Source.cs")));
        return image.ToArray();
    }
}
