using CommandCenter.Journal.Events;
using CommandCenter.Journal.Sqlite;
using CommandCenter.TestKit;

namespace CommandCenter.Journal.Tests.Contract;

public sealed class SqliteJournalTests : JournalContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override IJournalStore Create() => new SqliteJournalStore(_folder.Path, EventRegistry.Default);
}
