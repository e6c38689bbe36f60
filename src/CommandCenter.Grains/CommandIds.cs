using System.Security.Cryptography;
using System.Text;
using CommandCenter.Domain;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Grains;

/// <summary>
/// The ids of commands. Those that the system sends itself follow from the cause, so that sending one again, also after a
/// crash, changes nothing; a person's follow from the key that the client chose. An id that would be too long or hold
/// other characters is hashed.
/// </summary>
public static class CommandIds
{
    /// <summary>A policy's reaction to an entry: <c>policy:{name}:{sequence}:{ordinal}</c>.</summary>
    public static CommandId Policy(string policy, long sequence, int ordinal) => Fit("policy", $"{policy}:{sequence}:{ordinal}");

    /// <summary>A deadline that came due: <c>deadline:{grain}:{name}:{due in unix ms}</c>.</summary>
    public static CommandId Deadline(GrainAddress grain, Deadline deadline) =>
        Fit("deadline", $"{grain}:{deadline.Name}:{deadline.Due.ToUnixTimeMilliseconds()}");

    /// <summary>A step of founding an operation: <c>setup:{what}</c>.</summary>
    public static CommandId Setup(string what) => Fit("setup", what);

    /// <summary>A person's command: <c>post:{post}:{key}</c>. Keys are a post's own, so that nobody gets the answer to another's.</summary>
    public static CommandId Client(PostId post, string key) => Fit("post", $"{post}:{key}");

    private static CommandId Fit(string prefix, string cause)
    {
        var plain = $"{prefix}:{cause}";
        return new(CommandId.IsValid(plain) ? plain : $"{prefix}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(cause)))}");
    }
}
