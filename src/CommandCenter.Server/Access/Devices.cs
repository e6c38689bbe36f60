using System.Collections.Immutable;
using System.Security.Cryptography;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Server.Access;

/// <summary>A device that joined a post.</summary>
/// <param name="Id">Random; part of the device's cookie.</param>
/// <param name="Operation">The operation it joined.</param>
/// <param name="Post">The post it acts in.</param>
/// <param name="Name">What it calls itself, for the list.</param>
/// <param name="JoinedAt">Since when.</param>
public sealed record Device(string Id, OperationId Operation, PostId Post, string Name, DateTimeOffset JoinedAt);

/// <summary>
/// The devices that have joined. A device is in as long as its record is there: to revoke it is to remove the record, and it is
/// out with its next request. Safe on any thread and for several processes.
/// </summary>
/// <param name="store">Where they lie.</param>
/// <param name="time">System time.</param>
public sealed class Devices(IAccessStore store, TimeProvider time)
{
    /// <summary>The longest name of a device.</summary>
    public const int MaxName = 80;

    private const string Shelf = "devices";
    private int _changes;

    /// <summary>Grows whenever a device joins or is put out in this process.</summary>
    internal int Changes => Volatile.Read(ref _changes);

    /// <summary>Takes a device in.</summary>
    public Device Join(OperationId operation, PostId post, string name)
    {
        var device = new Device(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), operation, post, name, time.GetUtcNow());
        store.Write(Shelf, device.Id, AccessJson.Write(device));
        Interlocked.Increment(ref _changes);
        return device;
    }

    /// <summary>Whether a device is still in; cheap enough for every request.</summary>
    public ValueTask<bool> IsInAsync(string id) => IsId(id) ? store.HasAsync(Shelf, id) : new(false);

    /// <summary>The devices of an operation, in the order in which they joined.</summary>
    public ImmutableArray<Device> Of(OperationId operation) =>
    [
        .. store.All(Shelf)
            .Select(static r => AccessJson.Read<Device>(r.Json))
            .OfType<Device>()
            .Where(d => d.Operation == operation)
            .OrderBy(static d => d.JoinedAt),
    ];

    /// <summary>Puts a device out; false where it was not in.</summary>
    public bool Revoke(OperationId operation, string id)
    {
        if (!IsId(id) || AccessJson.Read<Device>(store.Read(Shelf, id)) is not { } device || device.Operation != operation)
        {
            return false;
        }

        store.Take(Shelf, id);
        Interlocked.Increment(ref _changes);
        return true;
    }

    private static bool IsId(string id) => id.Length == 32 && id.All(char.IsAsciiHexDigitLower);
}
