using CommandCenter.Journal;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Memory;
using CommandCenter.Journal.Redis;
using CommandCenter.Journal.Sqlite;
using CommandCenter.Server.Access;
using CommandCenter.Server.Attachments;
using CommandCenter.Server.Hosting;

namespace CommandCenter.Server.Nodes;

/// <summary>Where this process keeps what it keeps: alone in a data folder, or with others in Redis.</summary>
internal static class NodeServices
{
    /// <summary>Connects to what is shared; null where this process is alone.</summary>
    public static async Task<RedisNodes?> OpenAsync(ServeOptions options, CancellationToken cancellationToken) =>
        options is { Journal: JournalKind.Redis, Redis: { } redis } ? await RedisNodes.OpenAsync(redis, cancellationToken) : null;

    /// <summary>Adds journals, access and leases. What is shared is disposed last.</summary>
    public static void Add(IServiceCollection services, ServeOptions options, RedisNodes? shared, IJournalStore? store)
    {
        IAccessStore access = shared is null ? new AccessFolder(options.Data) : new RedisAccess(shared.Redis, TimeProvider.System);
        services.AddSingleton(access);
        services.AddSingleton<IAttachmentShelf>(shared is null ? new AttachmentFolder(options.Data) : new RedisAttachments(shared.Redis));
        services.AddSingleton<Devices>();
        services.AddSingleton<OneTimeCodes>();
        services.AddSingleton<INodes>(s => shared is null ? new SoleNode() : Ready(shared, options, s.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton(nodes =>
        {
            // Asked for first, so that it is disposed after the journals.
            _ = nodes.GetRequiredService<INodes>();
            return store ?? Store(options, shared);
        });
        DeviceCookie.Add(services, access);
    }

    private static RedisNodes Ready(RedisNodes nodes, ServeOptions options, ILoggerFactory loggers) =>
        options.Orleans is { } orleans ? nodes.LogTo(loggers).PlaceBy(orleans, loggers) : nodes.LogTo(loggers);

    private static IJournalStore Store(ServeOptions options, RedisNodes? shared) =>
        shared is not null ? new RedisJournalStore(shared.Redis, EventRegistry.Default)
        : options.Journal == JournalKind.Memory ? new MemoryJournalStore(EventRegistry.Default)
        : new SqliteJournalStore(options.Data, EventRegistry.Default);
}
