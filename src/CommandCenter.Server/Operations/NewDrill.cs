using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Grains;
using CommandCenter.Plans;
using CommandCenter.Server.Nodes;
using CommandCenter.Simulation.Drills;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Server.Operations;

/// <summary>
/// Founds drills while the server runs, each an operation of its own with its own journal and clock. A drill is played on the
/// plan of the operation it is founded from; lists of a day that counts are masked first.
/// </summary>
internal sealed class NewDrill(OperationRegistry operations, INodes nodes, FoundedDrills kept) : IDisposable
{
    private const string Prefix = "drill-";

    // Two at once must not get the same id.
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Founds a drill, and lets its clock run from forty minutes before the opening.</summary>
    /// <param name="from">The operation whose plan and households it is played with.</param>
    /// <param name="scenarioFile">The scenario.</param>
    /// <param name="seed">What is random follows from it; null for the scenario's own.</param>
    /// <param name="speed">Operation seconds per second, 0 for as fast as it goes.</param>
    /// <param name="key">Founds nothing where this key has founded a drill already, here or at another node; null for no such key.</param>
    /// <param name="cancellationToken">Gives up before anything is founded.</param>
    /// <returns>The drill and the plan that it is played on, or what is wrong with the scenario on this plan.</returns>
    public async Task<(OperationId? Drill, Plan? Plan, ImmutableArray<Fault> Faults)> FoundAsync(
        RunningOperation from, string scenarioFile, long? seed, decimal speed, CommandId? key, CancellationToken cancellationToken)
    {
        var (material, faults) = await MaterialAsync(from, scenarioFile, seed, cancellationToken);
        if (material is null)
        {
            return (null, null, faults);
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            await using var turn = await nodes.EnterFoundingAsync(cancellationToken);
            if (key is { } again && kept.Find(from.Id, again) is { } earlier && (await operations.ListAsync(cancellationToken)).Contains(earlier))
            {
                return (earlier, material.Plan, []);
            }

            var drill = await FoundAsync(material, speed, cancellationToken);
            if (key is { } first)
            {
                kept.Keep(from.Id, first, drill);
            }

            return (drill, material.Plan, []);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<OperationId> FoundAsync(DrillMaterial material, decimal speed, CancellationToken cancellationToken)
    {
        // Another node may have founded one a moment ago that is not open here yet.
        var number = 1 + (await operations.ListAsync(cancellationToken)).Select(static id => Number(id.Value)).DefaultIfEmpty().Max();
        var start = material.Plan.Opens - Scenario.Prelude;
        var operation = await operations.AddAsync(new($"{Prefix}{number}"), Opening.For(OperationMode.Drill, material.Plan, start), CancellationToken.None);
        var refusal = await OperationFounding.FoundAsync(
            operation.Host, operation.Id, OperationMode.Drill, material.Plan, material.PlanHash, material.Lists, CancellationToken.None);
        if (refusal is not null)
        {
            throw new InvalidOperationException($"A plan in force founds no drill: {refusal.Code}");
        }

        await operation.Drill!.BeginAsync(operation.Host, material, speed, start, CancellationToken.None);
        await operations.StartAsync(operation, CancellationToken.None);
        return operation.Id;
    }

    private static async Task<(DrillMaterial? Material, ImmutableArray<Fault> Faults)> MaterialAsync(
        RunningOperation from, string scenarioFile, long? seed, CancellationToken cancellationToken)
    {
        var founded = FoundedLists.Of(await from.ReadAsync(0, cancellationToken).ToListAsync(cancellationToken))
            ?? throw new InvalidOperationException("An operation without lists founds no drill.");
        var faults = new Faults();
        if (ScenarioFile.Read(scenarioFile, founded.Plan, faults) is not { } scenario)
        {
            return (null, faults.InOrder());
        }

        var lists = founded.Lists;
        if (from.Frame.Mode == OperationMode.Live)
        {
            var masked = FoundedLists.Masked(lists.Households);
            lists = lists with { Households = masked, HouseholdsHash = CanonicalJson.Hash(masked) };
        }

        return (new(seed is { } given ? scenario with { Seed = given } : scenario, founded.Plan, founded.PlanHash, lists), []);
    }

    /// <summary>The number of a drill that was founded while the server ran; 0 for any other operation.</summary>
    internal static int Number(string id) =>
        id.StartsWith(Prefix, StringComparison.Ordinal) && int.TryParse(id.AsSpan(Prefix.Length), out var number) ? number : 0;
}
