using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Diagnostics;

/// <content>Why a member of an event cannot be stored: one for each way to mend it.</content>
internal static partial class Descriptors
{
    /// <summary>All that can be wrong with what is stored as JSON.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Storing =>
    [
        NotStorable,
        NotReadBack,
        NotPublic,
        NoConstructor,
        LostParameter,
        AbstractMember,
        KeyNotStorable,
        ConverterNotUsable,
        ExtensionDataNotSettable,
        SharedJsonName,
        EndlessMember,
        UnknownShape,
        CodeMember,
        MultidimensionalArray,
        WriteOnlyCollection,
        TupleMember,
        HiddenType,
        NothingStored,
        OmittedValue,
        LostComparer,
        UntoldDerivedType,
    ];

    public static readonly DiagnosticDescriptor NotReadBack = NotStored(DiagnosticIds.NotReadBack, "A stored member can be set");

    public static readonly DiagnosticDescriptor NotPublic = NotStored(DiagnosticIds.NotPublic, "A stored member is a public property");

    public static readonly DiagnosticDescriptor NoConstructor = NotStored(DiagnosticIds.NoConstructor, "What is stored can be made again");

    public static readonly DiagnosticDescriptor LostParameter = NotStored(DiagnosticIds.LostParameter, "A constructor's parameters are stored members");

    public static readonly DiagnosticDescriptor AbstractMember = NotStored(DiagnosticIds.AbstractMember, "A stored member is of a type that can be made");

    public static readonly DiagnosticDescriptor KeyNotStorable = NotStored(DiagnosticIds.KeyNotStorable, "A stored dictionary's keys are texts");

    public static readonly DiagnosticDescriptor ConverterNotUsable = NotStored(DiagnosticIds.ConverterNotUsable, "A converter is known when compiling");

    public static readonly DiagnosticDescriptor ExtensionDataNotSettable = NotStored(DiagnosticIds.ExtensionDataNotSettable, "Members for all the rest are settable");

    public static readonly DiagnosticDescriptor SharedJsonName = NotStored(DiagnosticIds.SharedJsonName, "A JSON name belongs to one member");

    public static readonly DiagnosticDescriptor EndlessMember = NotStored(DiagnosticIds.EndlessMember, "What is stored comes to an end");

    public static readonly DiagnosticDescriptor UnknownShape = NotStored(DiagnosticIds.UnknownShape, "The type of a stored member is known");

    public static readonly DiagnosticDescriptor CodeMember = NotStored(DiagnosticIds.CodeMember, "A stored member is data");

    public static readonly DiagnosticDescriptor MultidimensionalArray = NotStored(DiagnosticIds.MultidimensionalArray, "A stored array has one dimension");

    public static readonly DiagnosticDescriptor WriteOnlyCollection = NotStored(DiagnosticIds.WriteOnlyCollection, "A stored collection is read back as it was");

    public static readonly DiagnosticDescriptor TupleMember = NotStored(DiagnosticIds.TupleMember, "A stored member is no tuple");

    public static readonly DiagnosticDescriptor HiddenType = NotStored(DiagnosticIds.HiddenType, "Generated files can name a stored member's type");

    public static readonly DiagnosticDescriptor NothingStored = NotStored(DiagnosticIds.NothingStored, "What is stored holds its values in stored members");

    public static readonly DiagnosticDescriptor OmittedValue = NotStored(DiagnosticIds.OmittedValue, "What is left out is read back as it was");

    public static readonly DiagnosticDescriptor LostComparer = NotStored(DiagnosticIds.LostComparer, "A stored collection compares as its type does");

    public static readonly DiagnosticDescriptor UntoldDerivedType = NotStored(DiagnosticIds.UntoldDerivedType, "Derived types are told apart when they are read");

    private static DiagnosticDescriptor NotStored(string id, string title) => Error(id, title, "'{0}' cannot be stored as JSON: {1}");
}
