using CommandCenter.Plans.Samples;

namespace CommandCenter.Plans.Tests;

public sealed class PlanFolderTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("plan-folder-");

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public void Read_FolderOnDisk_IsTheSameAsInMemory()
    {
        SampleFolder.Write(directory.FullName);
        File.WriteAllText(Path.Combine(directory.FullName, "readme.txt"), "其他文件不理会");

        var read = PlanFolder.Read(directory.FullName);

        Assert.True(read.IsGood);
        Assert.Equal(SampleFolder.Read().PlanHash, read.PlanHash);
        Assert.Equal(SampleFolder.Read().Lists!.HouseholdsHash, read.Lists.HouseholdsHash);
    }

    [Fact]
    public void Read_NoSuchFolder_IsAFault() =>
        Assert.Contains(
            "没有这个文件夹", Assert.Single(PlanFolder.Read(Path.Combine(directory.FullName, "none")).Faults).Reason.Zh, StringComparison.Ordinal);

    [Fact]
    public void Read_EmptyFolder_NamesEveryMissingFile() =>
        Assert.Equal(
            ["households.csv", "plan.yaml", "playbooks.yaml", "units.csv"],
            PlanFolder.Read(directory.FullName).Faults.Select(static f => f.Place.File));

    [Fact]
    public void Read_FolderInPlaceOfAFile_IsAFault()
    {
        SampleFolder.Write(directory.FullName);
        File.Delete(Path.Combine(directory.FullName, "units.csv"));
        directory.CreateSubdirectory("units.csv");

        var fault = Assert.Single(PlanFolder.Read(directory.FullName).Faults);

        Assert.Equal("units.csv", fault.Place.File);
        Assert.Contains("无法读取", fault.Reason.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FileLargerThanAllowed_IsRefusedUnread()
    {
        SampleFolder.Write(directory.FullName);
        using (var file = File.OpenWrite(Path.Combine(directory.FullName, "households.csv")))
        {
            file.SetLength(PlanFolder.MaxFileSize + 1);
        }

        var fault = Assert.Single(PlanFolder.Read(directory.FullName).Faults);

        Assert.Contains("最多 20 MB", fault.Reason.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ListTwice_IsAFault() =>
        Assert.Contains("同时存在", new Folder().Besides("units.xlsx", [1]).OnlyFault().Reason.Zh, StringComparison.Ordinal);

    [Theory]
    [InlineData("plan.yaml")]
    [InlineData("playbooks.yaml")]
    public void Read_PlanNotInUtf8_IsAFault(string file) =>
        Assert.Contains("UTF-8", new Folder().With(file, [0x6E, 0xC3, 0x28]).OnlyFault().Reason.Zh, StringComparison.Ordinal);

    [Fact]
    public void Read_FaultsInSeveralFiles_AreAllReported()
    {
        var faults = new Folder()
            .Change("plan.yaml", "recalls: 2", "recalls: 11")
            .Change("playbooks.yaml", "icon: bolt", "ikon: bolt")
            .With("units.csv", "楼栋,楼层,房号,户型,建筑面积\n1,1,101,60,-1")
            .With("households.csv", "")
            .Faults();

        Assert.Equal(["households.csv", "plan.yaml", "playbooks.yaml", "units.csv"], faults.Select(static f => f.Place.File));
    }

    [Fact]
    public void Read_DamagedBytes_NeverThrows()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var sheet = Lists.Workbook.Of((1, Lists.HouseholdText.Header.Split(',')), (2, ["1", "甲", "户主"]));
        for (var round = 0; round < 60; round++)
        {
            var files = new Dictionary<string, byte[]>(SampleFolder.Files());
            if (round % 2 == 0)
            {
                files.Remove("households.csv");
                files["households.xlsx"] = [.. sheet];
            }

            foreach (var content in files.Values)
            {
                for (var i = random.Next(1, 6); i > 0; i--)
                {
                    content[random.Next(content.Length)] = (byte)random.Next(256);
                }
            }

            var thrown = Record.Exception(() => PlanFolder.Read(files));
            Assert.True(thrown is null, $"seed {seed}, round {round}: {thrown}");
        }
    }
}
