using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EventStore.Generators.Parsing;

/// <summary>What constructors give a member in any case: the one by which an object is made, and those that it calls.</summary>
internal sealed class JsonConstructorBodies(ISymbol member, Compilation compilation)
{
    private const int MostCalls = 16;

    /// <summary>The value as it is written; null if there is none, or it is not known.</summary>
    public ExpressionSyntax? Find(IMethodSymbol? constructor)
    {
        Call? call = constructor is null ? null : new Call(constructor, null, null);
        for (int calls = 0; call is not null && calls < MostCalls; calls++)
        {
            if (call.Caller is not null && ParameterOf(call.Constructor) is { } parameter)
                return call.Argument(parameter) is { } argument ? Given(argument, call.Caller) : null;

            if (AssignedIn(call.Constructor) is { } value)
                return Given(value, call);

            call = Next(call);
        }

        return null;
    }

    /// <summary>What a caller gave for a parameter, and its caller for that.</summary>
    private static ExpressionSyntax? Given(ExpressionSyntax value, Call call)
    {
        ExpressionSyntax? current = value;
        for (Call at = call; at.Caller is not null && current is IdentifierNameSyntax name && at.Constructor.Parameters.FirstOrDefault(parameter => parameter.Name == name.Identifier.ValueText) is { } parameter; at = at.Caller)
            current = at.Argument(parameter);

        return current;
    }

    /// <summary>The parameter of a record's own constructor that the member was made of.</summary>
    private IParameterSymbol? ParameterOf(IMethodSymbol constructor) =>
        SymbolEqualityComparer.Default.Equals(constructor.ContainingType, member.ContainingType) && member.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is ParameterSyntax)
            ? constructor.Parameters.FirstOrDefault(parameter => parameter.Name == member.Name)
            : null;

    private ExpressionSyntax? AssignedIn(IMethodSymbol constructor)
    {
        var declaration = SyntaxOf(constructor) as ConstructorDeclarationSyntax;
        IEnumerable<ExpressionSyntax?> statements = declaration?.Body?.Statements.OfType<ExpressionStatementSyntax>().Select(statement => statement.Expression) ?? [declaration?.ExpressionBody?.Expression];
        return statements.OfType<AssignmentExpressionSyntax>().LastOrDefault(IsToMember)?.Right;
    }

    private bool IsToMember(AssignmentExpressionSyntax assignment) => assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && assignment.Left switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == member.Name,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax } access => access.Name.Identifier.ValueText == member.Name,
        _ => false,
    };

    private Call? Next(Call call)
    {
        SyntaxNode? syntax = SyntaxOf(call.Constructor);
        (SyntaxNode? called, ArgumentListSyntax? arguments) = syntax switch
        {
            ConstructorDeclarationSyntax { Initializer: { } initializer } => (initializer, initializer.ArgumentList),
            TypeDeclarationSyntax { BaseList: { } bases } when bases.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault() is { } @base => (@base, @base.ArgumentList),
            _ => ((SyntaxNode?)null, (ArgumentListSyntax?)null),
        };
        IMethodSymbol? next = called is null
            ? call.Constructor.ContainingType.BaseType?.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.All(parameter => parameter.IsOptional))
            : compilation.GetSemanticModel(called.SyntaxTree).GetSymbolInfo(called).Symbol as IMethodSymbol;
        return next is null ? null : new Call(next, arguments, call);
    }

    private SyntaxNode? SyntaxOf(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Where(reference => compilation.ContainsSyntaxTree(reference.SyntaxTree)).Select(reference => reference.GetSyntax()).FirstOrDefault();

    /// <summary>A constructor with what it is given, and by whom; by nobody for the first one.</summary>
    private sealed record Call(IMethodSymbol Constructor, ArgumentListSyntax? Arguments, Call? Caller)
    {
        public ExpressionSyntax? Argument(IParameterSymbol parameter)
        {
            ArgumentSyntax[] arguments = Arguments is null ? [] : [.. Arguments.Arguments];
            ArgumentSyntax? given = arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter.Name)
                ?? arguments.Where((argument, index) => argument.NameColon is null && index == parameter.Ordinal).FirstOrDefault();
            return given?.Expression ?? parameter.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<ParameterSyntax>().FirstOrDefault()?.Default?.Value;
        }
    }
}
