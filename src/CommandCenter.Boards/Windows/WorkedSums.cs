using CommandCenter.Domain.Entitlements;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Windows;

/// <summary>Words a worked difference for the screen: areas and amounts apart, each line with the clause as it is cited.</summary>
internal static class WorkedSums
{
    public static WorkedSum Show(WorkedDifference difference, Plan plan) => new(
        [.. difference.Lines.Select(l => Show(l, plan))], difference.Granted, difference.Chosen, difference.Amount);

    private static SumLine Show(WorkedLine line, Plan plan)
    {
        var citation = line.Clause is { } clause ? plan.FindClause(clause)?.Citation : null;
        return line.Kind switch
        {
            WorkedLineKind.Members or WorkedLineKind.AddedMembers or WorkedLineKind.SecondChild =>
                new(line.Kind, line.Quantity, line.Rate, null, line.Result, null, line.Clause, citation),
            WorkedLineKind.Chosen => new(line.Kind, line.Quantity, null, null, line.Result, null, line.Clause, citation),
            WorkedLineKind.Carried => new(line.Kind, null, null, null, null, line.Result, line.Clause, citation),
            _ => new(line.Kind, line.Quantity, null, line.Rate, null, line.Result, line.Clause, citation),
        };
    }
}
