using CommandCenter.Domain.Identity;
using StackExchange.Redis;

namespace CommandCenter.Journal.Redis;

/// <summary>
/// The names under which an operation lies in Redis. Each bears the operation as hash tag, so that all of one operation are
/// on one server of a cluster. The names are stored: they never change.
/// </summary>
internal sealed class RedisKeys(OperationId operation)
{
    /// <summary>The set of all operations.</summary>
    public static readonly RedisKey Operations = "cc:operations";

    private readonly string _prefix = $"cc:{{{operation}}}:";

    /// <summary>The journal itself: a stream whose ids are the sequences.</summary>
    public RedisKey Entries => _prefix + "entries";

    /// <summary>Grain to version.</summary>
    public RedisKey Versions => _prefix + "versions";

    /// <summary>Command to where its answer is.</summary>
    public RedisKey Answers => _prefix + "answers";

    /// <summary>Reader to position.</summary>
    public RedisKey Cursors => _prefix + "cursors";

    /// <summary>The sequences of a grain's entries, in order.</summary>
    public RedisKey History(GrainAddress grain) => $"{_prefix}history:{grain}";

    /// <summary>Where appends are announced.</summary>
    public string News => _prefix + "news";
}
