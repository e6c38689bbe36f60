using CommandCenter.Domain.Identity;
using CommandCenter.TestKit;

namespace CommandCenter.Grains.Tests;

public sealed class CommandIdsTests
{
    [Fact]
    public void Ids_FollowFromTheirCause()
    {
        Assert.Equal("policy:Copy:12:3", CommandIds.Policy("Copy", 12, 3).Value);
        Assert.Equal("setup:units", CommandIds.Setup("units").Value);
        Assert.Equal(
            $"deadline:window/w1:call:{Scenario.Morning.ToUnixTimeMilliseconds()}",
            CommandIds.Deadline(new("window", "w1"), new("call", Scenario.Morning)).Value);
    }

    [Theory]
    [InlineData("超时")]
    [InlineData("a name that is much too long to be part of an id, because it has a hundred characters or more than that")]
    public void Ids_NameThatDoesNotFit_AreValidAndDifferByName(string name)
    {
        var grain = new GrainAddress("incident", new string('i', 64));
        var one = CommandIds.Deadline(grain, new(name, Scenario.Morning));
        var other = CommandIds.Deadline(grain, new(name + "!", Scenario.Morning));

        Assert.True(CommandId.IsValid(one.Value));
        Assert.NotEqual(one, other);
        Assert.Equal(one, CommandIds.Deadline(grain, new(name, Scenario.Morning)));
    }
}
