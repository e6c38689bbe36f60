using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Grains;
using CommandCenter.Plans;
using CommandCenter.Server.CommandLine;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Server.Operations;

/// <summary>
/// Sees to it that there is something to serve: the operation of a plan, or, in a data folder that has nothing else, the
/// sample drill. What was founded in part before a crash is finished.
/// </summary>
internal static class FirstOperation
{
    /// <summary>The id of the sample drill; the next one after it ended is <c>demo-2</c>.</summary>
    public const string Demo = "demo";

    private const string DemoScenario = "standard-day";
    private const decimal DemoSpeed = 20;

    // Long enough that people stand in line and flats are being chosen when the first screen opens.
    private static readonly TimeSpan Into = TimeSpan.FromMinutes(45);

    public static async Task EnsureAsync(OperationRegistry operations, string? planFolder, CancellationToken cancellationToken)
    {
        if (planFolder is not null)
        {
            await FoundLiveAsync(operations, planFolder, cancellationToken);
        }
        else if (NextDemo([.. operations.All]) is { } demo)
        {
            await FoundDemoAsync(operations, demo, cancellationToken);
        }
    }

    private static async Task FoundLiveAsync(OperationRegistry operations, string planFolder, CancellationToken cancellationToken)
    {
        var reading = PlanFolder.Read(planFolder);
        if (!reading.IsGood)
        {
            throw new CannotRunException(string.Join(Environment.NewLine, reading.Faults));
        }

        var id = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(planFolder)));
        if (!IdSyntax.IsValid(id))
        {
            throw new UsageException($"The operation gets the name of its plan folder, and '{id}' cannot name one: lower-case letters, digits and hyphens.");
        }

        var operation = operations.Find(id)?.Running
            ?? await operations.AddAsync(new(id), Opening.For(OperationMode.Live, reading.Plan, reading.Plan.Opens), cancellationToken);
        await FoundAsync(operation, OperationMode.Live, reading.Plan, reading.PlanHash, reading.Lists, cancellationToken);
    }

    private static async Task FoundDemoAsync(OperationRegistry operations, OperationId id, CancellationToken cancellationToken)
    {
        var file = DrillMaterial.FindScenario(DemoScenario) ?? throw new CannotRunException($"The scenario {DemoScenario} is missing from the program's folder.");
        var material = DrillMaterial.Read(file, null, out var faults)
            ?? throw new CannotRunException(string.Join(Environment.NewLine, faults));
        var operation = operations.Find(id.Value)?.Running
            ?? await operations.AddAsync(id, Opening.For(OperationMode.Drill, material.Plan, material.Plan.Opens - Scenario.Prelude), cancellationToken);
        await FoundAsync(operation, OperationMode.Drill, material.Plan, material.PlanHash, material.Lists, cancellationToken);
        await operation.Drill!.BeginAsync(operation.Host, material, DemoSpeed, material.Plan.Opens + Into, cancellationToken);
    }

    private static async Task FoundAsync(
        RunningOperation operation, OperationMode mode, Plan plan, string planHash, AllocationLists lists, CancellationToken cancellationToken)
    {
        if (await OperationFounding.FoundAsync(operation.Host, operation.Id, mode, plan, planHash, lists, cancellationToken) is { } refusal)
        {
            throw new CannotRunException($"The operation '{operation.Id}' cannot be founded on this plan: {refusal.English} ({refusal.Code})");
        }
    }

    // A data folder with anything else in it is somebody's own: nothing is added to it.
    private static OperationId? NextDemo(IReadOnlyCollection<ListedOperation> there)
    {
        if (there.Any(static o => o.Fault is not null || !IsDemo(o.Id)))
        {
            return null;
        }

        var unfinished = there.Where(static o => o.Running!.Frame.Phase != OperationPhase.Closed).ToList();
        return unfinished.Count > 0
            ? unfinished.Where(static o => o.Running!.Drill!.IsUnbegun).Select(static o => (OperationId?)o.Id).FirstOrDefault()
            : new(there.Count == 0 ? Demo : $"{Demo}-{there.Count + 1}");
    }

    private static bool IsDemo(OperationId id) => id.Value == Demo || id.Value.StartsWith($"{Demo}-", StringComparison.Ordinal);
}
