namespace CommandCenter.Plans;

/// <summary>The files of a plan folder in memory.</summary>
internal sealed class PlanFiles
{
    public const string Plan = "plan.yaml";
    public const string Playbooks = "playbooks.yaml";
    public const string Households = "households";
    public const string Units = "units";

    private static readonly string[] Expected =
        [Plan, Playbooks, $"{Households}.csv", $"{Households}.xlsx", $"{Units}.csv", $"{Units}.xlsx"];

    private readonly Dictionary<string, byte[]> contents = [];
    private readonly HashSet<string> unreadable = [];

    public PlanFiles()
    {
    }

    public PlanFiles(IReadOnlyDictionary<string, byte[]> contents) => this.contents = new(contents);

    /// <summary>Loads what is there; what cannot be loaded is a fault, what is missing is not yet.</summary>
    public static PlanFiles Load(string directory, Faults faults)
    {
        var files = new PlanFiles();
        foreach (var name in Expected.Where(n => Path.Exists(Path.Combine(directory, n))))
        {
            if (FileContent.Load(Path.Combine(directory, name), faults) is { } content)
            {
                files.contents.Add(name, content);
            }
            else
            {
                files.unreadable.Add(name);
            }
        }

        return files;
    }

    /// <summary>The text of a file in UTF-8; null after a fault.</summary>
    public string? Text(string name, Faults faults)
    {
        if (contents.TryGetValue(name, out var content))
        {
            return FileContent.Text(name, content, faults);
        }

        Missing(name, name, faults);
        return null;
    }

    /// <summary>The one spreadsheet with this stem, with its name; null after a fault.</summary>
    public (string Name, byte[] Content)? Spreadsheet(string stem, Faults faults)
    {
        string[] names = [$"{stem}.csv", $"{stem}.xlsx"];
        var found = names.Where(contents.ContainsKey).ToList();
        if (found.Count == 2)
        {
            faults.Add(
                new(names[1]), $"{names[0]} 与 {names[1]} 同时存在，请只保留一个。",
                $"Both {names[0]} and {names[1]} are here; keep one of them.");
            return null;
        }

        if (found.Count == 0)
        {
            Missing(names.FirstOrDefault(unreadable.Contains) ?? names[0], $"{names[0]} / {names[1]}", faults);
            return null;
        }

        return (found[0], contents[found[0]]);
    }

    private void Missing(string name, string shown, Faults faults)
    {
        if (!unreadable.Contains(name))
        {
            faults.Add(new(name), $"缺少文件 {shown}。", $"The file {shown} is missing.");
        }
    }
}
