using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Diagnostics;

/// <content>What can be wrong with the type of an aggregate.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor ContainerNotPartial = Error(
        DiagnosticIds.ContainerNotPartial,
        "A type around an aggregate or catalog is partial",
        "'{0}' has to be partial for '{1}' in it to get its generated members. Write 'partial' before its '{2}'.");

    public static readonly DiagnosticDescriptor GenericAggregate = Error(
        DiagnosticIds.GenericAggregate,
        "An aggregate is not generic",
        "The aggregate '{0}' {1}: one stored name cannot stand for all its type arguments. Write one aggregate for each, or move it out of the generic type.");

    public static readonly DiagnosticDescriptor AbstractAggregate = Error(
        DiagnosticIds.AbstractAggregate,
        "An aggregate is concrete",
        "The aggregate '{0}' is abstract, so none can be made from its history. Remove 'abstract', or mark the types derived from it instead.");

    public static readonly DiagnosticDescriptor StaticAggregate = Error(
        DiagnosticIds.StaticAggregate,
        "An aggregate has instances",
        "The aggregate '{0}' is static, so it has no state that events could change. Remove 'static'.");

    public static readonly DiagnosticDescriptor FileLocalAggregate = Error(
        DiagnosticIds.FileLocalAggregate,
        "Generated files can name an aggregate",
        "The aggregate '{0}' {1}, so generated files cannot name it. Make it internal.");

    public static readonly DiagnosticDescriptor DerivedAggregate = Error(
        DiagnosticIds.DerivedAggregate,
        "An aggregate derives from no other",
        "The aggregate '{0}' derives from the aggregate '{1}': both would generate the same members. Remove [Aggregate] from the base, or do not derive from it.");

    public static readonly DiagnosticDescriptor ReservedTypeName = Error(
        DiagnosticIds.ReservedTypeName,
        "An aggregate is not called as a generated member is",
        "The aggregate '{0}' is called as one of its generated members. Give it another name.");

    public static readonly DiagnosticDescriptor InheritedReservedMember = Error(
        DiagnosticIds.InheritedReservedMember,
        "The names of generated members are free in the base types",
        "The aggregate '{0}' inherits '{1}' from '{2}', and gets a generated '{1}' itself. Give the inherited one another name, make it private, or derive from another type.");

    public static readonly DiagnosticDescriptor PrimaryConstructor = Error(
        DiagnosticIds.PrimaryConstructor,
        "An aggregate has no primary constructor with parameters",
        "The generated 'New' cannot make '{0}': its primary constructor has parameters. Remove them, and let a static method that calls 'New' record them in the first event.");

    public static readonly DiagnosticDescriptor RequiredMember = Error(
        DiagnosticIds.RequiredMember,
        "An aggregate has no required members",
        "The generated 'New' cannot make '{0}': it does not know the required member '{1}'. Remove 'required', and set it in the handler of the first event.");
}
