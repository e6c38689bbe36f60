using System.Collections.Immutable;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Communication;

/// <summary>A communication check went out to these posts. Until: who answers by then has answered in time.</summary>
[Stored("communication.check-started.v1")]
public sealed record CommunicationCheckStarted(int Check, ImmutableArray<PostId> Posts, int Seconds, DateTimeOffset Until) : IEvent;

/// <summary>It was on the screen of a post.</summary>
[Stored("communication.seen.v1")]
public sealed record CommunicationCheckSeen(int Check, PostId Post) : IEvent;

/// <summary>A post answered it. InTime: within the seconds that were given.</summary>
[Stored("communication.answered.v1")]
public sealed record CommunicationCheckAnswered(int Check, PostId Post, bool InTime) : IEvent;

/// <summary>Every post answered in time.</summary>
[Stored("communication.passed.v1")]
public sealed record CommunicationCheckPassed(int Check) : IEvent;

/// <summary>Time is up; these posts have not answered.</summary>
[Stored("communication.ended.v1")]
public sealed record CommunicationCheckEnded(int Check, ImmutableArray<PostId> Silent) : IEvent;

/// <summary>Asks every post to answer within so many seconds.</summary>
public sealed record CheckCommunication(int Seconds) : ICommand;

/// <summary>The acting post has the check with this number on its screen.</summary>
public sealed record SeeCommunicationCheck(int Check) : ICommand;

/// <summary>The acting post answers the check with this number.</summary>
public sealed record AnswerCommunicationCheck(int Check) : ICommand;
