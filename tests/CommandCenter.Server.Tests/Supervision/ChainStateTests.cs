using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Memory;
using CommandCenter.Server.Supervision;

namespace CommandCenter.Server.Tests.Supervision;

public sealed class ChainStateTests
{
    private static readonly DateTimeOffset At = new(2026, 10, 5, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task Apply_WhenTheOperationIsOpenedAgainAfterItsReadingBroke_GoesOnWhereItWas()
    {
        var journal = new MemoryJournal(new("sample"), EventRegistry.Default);
        for (var n = 1; n <= 3; n++)
        {
            await journal.AppendAsync(
                new(GrainAddress.Operation, n - 1, new($"c-{n}"), new("commander"), null, At, At, [new OperationResumed()]), CancellationToken.None);
        }

        var entries = await journal.ReadAsync(0, CancellationToken.None).ToListAsync();
        var (broken, whole) = (new ChainState(new("sample")), new ChainState(new("sample")));
        entries.Take(2).ToList().ForEach(broken.Apply);
        entries.ForEach(broken.Apply);
        entries.ForEach(whole.Apply);

        Assert.Equal(3, broken.Checkpoint.Sequence);
        Assert.Equal(whole.Checkpoint, broken.Checkpoint);
    }
}
