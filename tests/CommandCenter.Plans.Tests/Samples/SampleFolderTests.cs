using CommandCenter.Domain.Plans;
using CommandCenter.Plans.Samples;
using CommandCenter.TestKit;

namespace CommandCenter.Plans.Tests.Samples;

public sealed class SampleFolderTests
{
    private static readonly Lazy<PlanReading> Sample = new(static () => SampleFolder.Read());

    private static AllocationLists Lists => Sample.Value.Lists!;

    private static Plan Plan => Sample.Value.Plan!;

    /// <summary>
    /// Holds ops/sample to its generator. After a change of the generator: <c>UPDATE_SAMPLE=1 dotnet test
    /// tests/CommandCenter.Plans.Tests</c> writes the folder anew, for review and commit.
    /// </summary>
    [Fact]
    public void Files_OfTheSeed_AreByteForByteThoseOfOpsSample()
    {
        var directory = Checkout.Sample;
        if (Environment.GetEnvironmentVariable("UPDATE_SAMPLE") == "1")
        {
            SampleFolder.Write(directory);
        }

        foreach (var (name, content) in SampleFolder.Files())
        {
            Assert.True(content.AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(directory, name))), $"{name} differs");
        }
    }

    [Fact]
    public void Lists_AtScaleOne_HaveTheFiguresOfTheReferenceOperation()
    {
        Assert.Equal(199, Lists.Households.Length);
        Assert.Equal(638, Lists.People);
        Assert.Equal(16, Lists.Households.Count(static h => h.SecondChild));
        Assert.Equal(23, Lists.Households.Count(static h => h.AddedMembers > 0));
        Assert.Equal(42, Lists.Households.Count(static h => h.CarriedDifference != 0));
        Assert.Equal(3, Lists.Households.Count(static h => h.Proxy is not null));
        Assert.Equal(12, Lists.Households.Count(static h => h.Priority is not null));
        Assert.Equal(5, Lists.Households.Select(static h => h.Priority).OfType<PriorityReason>().Distinct().Count());
        Assert.Equal(236, Lists.Units.Length);
        Assert.Equal(["1", "2", "3", "5"], Lists.Units.Select(static u => u.Building.Value).Distinct());
        Assert.Equal(
            [("t105", 44), ("t120", 28), ("t135", 12), ("t60", 40), ("t75", 52), ("t90", 60)],
            Lists.Units.CountBy(static u => u.Type.Value).Select(static c => (c.Key, c.Value)).Order());
    }

    [Fact]
    public void Lists_AtScaleTen_AreTenTimesThat()
    {
        var reading = SampleFolder.Read(scale: 10);

        Assert.True(reading.IsGood);
        Assert.Equal((1990, 6380, 2360), (reading.Lists.Households.Length, reading.Lists.People, reading.Lists.Units.Length));
        Assert.Equal(160, reading.Lists.Households.Count(static h => h.SecondChild));
        Assert.Equal(230, reading.Lists.Households.Count(static h => h.AddedMembers > 0));
        Assert.Equal(420, reading.Lists.Households.Count(static h => h.CarriedDifference != 0));
        Assert.Equal(140, reading.Plan.Windows.Length);
        Assert.Equal(140, reading.Plan.Posts.Count(static p => p.Role == PostRole.Clerk));
        Assert.Equal(30, reading.Plan.Posts.Count(static p => p.Role == PostRole.Reception));
        Assert.Equal(Plan.Steps.Select(s => 10 * Usual(Plan, s)), reading.Plan.Steps.Select(s => Usual(reading.Plan, s)));
        Assert.Equal(Plan.Prices, reading.Plan.Prices);
    }

    [Fact]
    public void Plan_HasTheDaysShape()
    {
        Assert.Equal(14, Plan.Windows.Length);
        Assert.Equal(
            [ServiceKind.CheckIn, ServiceKind.Verification, ServiceKind.Selection, ServiceKind.Signing, ServiceKind.Settlement],
            Plan.MainLine.Select(static s => s.Kind));
        Assert.Equal([4, 3, 12, 18, 8], Plan.Groups.Select(static g => g.Members.Length));
        Assert.Equal(Enum.GetValues<PostRole>(), Plan.Posts.Select(static p => p.Role).Distinct().Order());
        Assert.True(Plan.Playbooks.Length >= 10);
        Assert.All(Plan.Playbooks, static p => Assert.True(p.Checklist.Length >= 3));
        Assert.Equal(["complaint", "document-doubt", "privacy-leak"], Plan.Playbooks.Where(static p => p.Confidential).Select(static p => p.Id.Value).Order());
        Assert.Equal(new DateTimeOffset(2026, 12, 5, 8, 30, 0, TimeSpan.FromHours(8)), Plan.Opens);
    }

    [Fact]
    public void Files_OtherSeed_AreOtherPeopleInTheSameFigures()
    {
        var other = SampleFolder.Read(seed: 7);

        Assert.Equal(638, other.Lists!.People);
        Assert.Equal(42, other.Lists.Households.Count(static h => h.CarriedDifference != 0));
        Assert.NotEqual(Lists.HouseholdsHash, other.Lists.HouseholdsHash);
        Assert.Equal(Lists.UnitsHash, other.Lists.UnitsHash);
        Assert.Equal(Sample.Value.PlanHash, other.PlanHash);
    }

    [Fact]
    public void Lists_IdentityNumbers_BelongToNobodyAndDoNotLeaveTheFile()
    {
        var text = System.Text.Encoding.UTF8.GetString(SampleFolder.Files()["households.csv"]);
        var numbers = text.Split('\n').Skip(1).Where(static l => l.Length > 0).Select(static l => l.Split(',')[4]).ToList();

        Assert.Equal(638, numbers.Distinct().Count());
        Assert.All(numbers, static n => Assert.StartsWith("000000", n, StringComparison.Ordinal));
        Assert.All(Lists.Households.SelectMany(static h => h.Members), static m => Assert.Equal(4, m.IdTail.Length));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(26)]
    public void Files_ScaleOutOfRange_Throws(int scale) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleFolder.Files(scale: scale));

    private static int Usual(Plan plan, Step step) => plan.Windows.Count(w => w.Steps[0] == step.Id);
}
