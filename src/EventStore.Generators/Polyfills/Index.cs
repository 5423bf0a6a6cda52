namespace System;

/// <summary>What the compiler asks for where <c>^1</c> is written, and netstandard2.0 does not have.</summary>
internal readonly record struct Index(int Value, bool IsFromEnd = false)
{
    public static implicit operator Index(int value) => new(value);

    public int GetOffset(int length) => IsFromEnd ? length - Value : Value;
}
