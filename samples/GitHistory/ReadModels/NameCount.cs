namespace GitHistory.ReadModels;

/// <summary>How often a name was counted. Names are bytes, as git has them.</summary>
internal sealed record NameCount(byte[] Name, long Count);
