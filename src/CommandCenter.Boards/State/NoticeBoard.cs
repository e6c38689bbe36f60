using CommandCenter.Domain.Operations;

namespace CommandCenter.Boards.State;

/// <summary>Topic <c>notice</c>: what everyone on the site must know of the day itself. Changes a few times a day.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Since">Since when; absent while preparing.</param>
/// <param name="Sentence">The public sentence, while suspended.</param>
public sealed record NoticeBoard(OperationPhase Phase, DateTimeOffset? Since, string? Sentence);
