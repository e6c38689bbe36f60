using System.Collections.Immutable;
using CommandCenter.Server.Push;

namespace CommandCenter.Server.Screens;

/// <summary>The posts that somebody must walk over to, because no device of theirs is on the line.</summary>
/// <param name="Posts">Those that left first before the others.</param>
public sealed record UnreachableBoard(ImmutableArray<UnreachablePost> Posts);
