namespace System.Runtime.CompilerServices;

/// <summary>What the compiler asks for where <c>init</c> is written, and netstandard2.0 does not have.</summary>
internal static class IsExternalInit;
