using System.Security.Cryptography;
using System.Text;
using CommandCenter.Domain.Identity;
using CommandCenter.Server.Access;

namespace CommandCenter.Server.Operations;

/// <summary>Which drill was founded under which key, so that a founder whose answer was lost asks again and founds nothing more.</summary>
/// <param name="store">Where it is kept, for all processes.</param>
internal sealed class FoundedDrills(IAccessStore store)
{
    private const string Shelf = "foundings";

    /// <summary>The drill that was founded from an operation under a key; null where there is none.</summary>
    public OperationId? Find(OperationId from, CommandId key) => AccessJson.Read<FoundedRecord>(store.Read(Shelf, Name(from, key)))?.Drill;

    /// <summary>Keeps it.</summary>
    public void Keep(OperationId from, CommandId key, OperationId drill) => store.Write(Shelf, Name(from, key), AccessJson.Write(new FoundedRecord(drill)));

    // A key may hold what no file may be called.
    private static string Name(OperationId from, CommandId key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{from}:{key}")));
}

/// <summary>What is kept of a founding.</summary>
internal sealed record FoundedRecord(OperationId Drill);
