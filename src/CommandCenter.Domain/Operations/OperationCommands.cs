using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Operations;

/// <summary>Founds the operation: plan and frozen lists.</summary>
public sealed record CreateOperation(
    OperationId Operation, OperationMode Mode, Plan Plan, string PlanHash,
    int Households, int People, string HouseholdsHash, int Units, string UnitsHash) : ICommand;

/// <summary>Confirms a readiness item.</summary>
public sealed record ConfirmReadiness(string Item) : ICommand;

/// <summary>By policy: an item that was confirmed is open again.</summary>
public sealed record WithdrawReadiness(string Item) : ICommand;

/// <summary>Opens the day; with open items only by the commander with a reason.</summary>
public sealed record OpenOperation(string? Override) : ICommand;

/// <summary>Stops all calling at once.</summary>
public sealed record SuspendOperation(string Sentence) : ICommand;

/// <summary>Goes on; by somebody other than who suspended.</summary>
public sealed record ResumeOperation : ICommand;

/// <summary>Takes nobody new.</summary>
public sealed record BeginClosing : ICommand;

/// <summary>Ends the day.</summary>
public sealed record CloseOperation : ICommand;
