using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace EventStore.CodeFixes;

/// <summary>What the fixes of this assembly have in common: they change one place each, so all of one kind can be applied at once.</summary>
internal abstract class EventStoreCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null)
            return;

        foreach (Diagnostic diagnostic in context.Diagnostics)
            await RegisterAsync(new FixContext(context, diagnostic, root)).ConfigureAwait(false);
    }

    /// <summary>Offers what mends one diagnostic; nothing where that is not mechanical.</summary>
    /// <param name="fix">The diagnostic, with where it is.</param>
    protected abstract Task RegisterAsync(FixContext fix);

    /// <summary>Where a diagnostic is, and how to offer what mends it.</summary>
    protected sealed class FixContext(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root)
    {
        public Diagnostic Diagnostic { get; } = diagnostic;

        public SyntaxNode Root { get; } = root;

        public Document Document => context.Document;

        public CancellationToken CancellationToken => context.CancellationToken;

        public SyntaxNode Node => Root.FindNode(Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

        /// <summary>The innermost node of a kind around what the diagnostic points at.</summary>
        public T? Around<T>()
            where T : SyntaxNode => Node.FirstAncestorOrSelf<T>();

        public async Task<SemanticModel> GetModelAsync() =>
            await Document.GetSemanticModelAsync(CancellationToken).ConfigureAwait(false) ?? throw new InvalidOperationException("C# has a semantic model.");

        public void Offer(string title, SyntaxNode old, SyntaxNode changed) => Offer(title, Document.WithSyntaxRoot(Root.ReplaceNode(old, changed)));

        public void OfferRemoval(string title, SyntaxNode old)
        {
            SyntaxNode around = old.Parent!;
            if (around.RemoveNode(old, SyntaxRemoveOptions.KeepNoTrivia) is { } changed)
                Offer(title, around, changed.WithLeadingTrivia(around.GetLeadingTrivia()));
        }

        public void Offer(string title, Document changed) =>
            context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(changed), KeyOf(title)), Diagnostic);

        public void Offer(string title, Func<CancellationToken, Task<Solution>> change) =>
            context.RegisterCodeFix(CodeAction.Create(title, change, KeyOf(title)), Diagnostic);

        /// <summary>Fixes of one key are applied together: what they name differs from place to place.</summary>
        private static string KeyOf(string title) => title.Split('\'')[0];
    }
}
