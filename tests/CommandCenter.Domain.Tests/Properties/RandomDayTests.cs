using CommandCenter.TestKit.Halls;
using FsCheck;
using FsCheck.Fluent;

namespace CommandCenter.Domain.Tests.Properties;

/// <summary>
/// Whole days of random acts, with people interrupting the policies anywhere. <see cref="World"/> checks the invariants after
/// every event and at every rest; a failing day prints its seed and its story.
/// </summary>
public sealed class RandomDayTests
{
    private const int Days = 100;

    [Fact]
    public void AnyDay_KeepsTheInvariants_AndSensiblePeopleBringItToItsEnd()
    {
        var seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Days), Prop.ForAll(seeds, static seed => Run(seed)));
    }

    [Fact]
    public void AnyDay_ReadBackFromItsJournal_IsTheSame()
    {
        var day = Run(20260518);
        var readBack = new HallView(day.Hall.Plan, day.Hall.Lists);
        foreach (var recorded in day.Journal)
        {
            readBack.Apply(recorded.Grain, Stored.Copy(recorded.Event));
        }

        Assert.Equal(day.Hall.States.Keys.ToHashSet(), readBack.States.Keys.ToHashSet());
        Assert.All(day.Hall.States, s => Assert.Equal(Stored.Show(s.Value), Stored.Show(readBack.Of(s.Key))));
    }

    private static World Run(int seed)
    {
        var day = new RandomDay(seed, households: 4 + (seed % 9), units: 4 + (seed / 9 % 14));
        day.Open();
        day.Play(200 + (seed / 126 % 800));
        day.BringToItsEnd();
        return day.World;
    }
}
