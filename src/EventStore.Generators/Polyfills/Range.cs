namespace System;

/// <summary>What the compiler asks for where <c>1..</c> is written, and netstandard2.0 does not have.</summary>
internal readonly record struct Range(Index Start, Index End)
{
    public static Range All => new(0, new Index(0, IsFromEnd: true));

    public static Range StartAt(Index start) => new(start, new Index(0, IsFromEnd: true));

    public static Range EndAt(Index end) => new(0, end);
}
