using CommandCenter.Domain.Plans;
using CommandCenter.Plans.Documents;
using CommandCenter.Plans.Lists;
using CommandCenter.Plans.Yaml;

namespace CommandCenter.Plans;

/// <summary>
/// Reads a plan folder: <c>plan.yaml</c>, <c>playbooks.yaml</c>, <c>households.csv</c> or <c>.xlsx</c>, <c>units.csv</c> or
/// <c>.xlsx</c>. Everything or nothing: with any fault there is neither plan nor lists, and every fault is reported. What is
/// in the files never leads to an exception.
/// </summary>
public static class PlanFolder
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxFileSize = 20 * 1024 * 1024;

    /// <summary>Reads a folder. Other files in it are left alone.</summary>
    public static PlanReading Read(string directory)
    {
        var faults = new Faults();
        if (!Directory.Exists(directory))
        {
            faults.Add(new(directory), "没有这个文件夹。", "There is no such folder.");
            return new(null, null, null, faults.InOrder());
        }

        return Read(PlanFiles.Load(directory, faults), faults);
    }

    /// <summary>Reads the same files from memory, by their names.</summary>
    public static PlanReading Read(IReadOnlyDictionary<string, byte[]> files) => Read(new PlanFiles(files), new Faults());

    private static PlanReading Read(PlanFiles files, Faults faults)
    {
        var plan = ReadPlan(files, faults);
        var lists = ReadLists(files, plan, faults);
        return faults.Count == 0 && plan is not null
            ? new(plan, CanonicalJson.Hash(plan), lists, [])
            : new(null, null, null, faults.InOrder());
    }

    private static Plan? ReadPlan(PlanFiles files, Faults faults)
    {
        var names = new Names(faults);
        var plan = files.Text(PlanFiles.Plan, faults) is { } text
            ? StrictYaml.ReadInPart(PlanFiles.Plan, text, faults, m => PlanDocument.Read(m, names))
            : null;
        var playbooks = files.Text(PlanFiles.Playbooks, faults) is { } more
            ? StrictYaml.ReadInPart(PlanFiles.Playbooks, more, faults, m => PlaybookDocument.Read(m, names))
            : null;
        if (plan is null || playbooks is null)
        {
            return plan;
        }

        names.Check();
        return plan with { Playbooks = [.. playbooks] };
    }

    private static AllocationLists ReadLists(PlanFiles files, Plan? plan, Faults faults)
    {
        var households = files.Spreadsheet(PlanFiles.Households, faults) is var (name, content)
            ? HouseholdList.Read(name, content, plan, faults)
            : [];
        var units = files.Spreadsheet(PlanFiles.Units, faults) is var (unitFile, unitContent)
            ? UnitList.Read(unitFile, unitContent, plan, faults)
            : [];
        return new(households, CanonicalJson.Hash(households), units, CanonicalJson.Hash(units));
    }
}
