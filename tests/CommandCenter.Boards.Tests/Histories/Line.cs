using CommandCenter.Domain;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Boards.Tests.Histories;

/// <summary>The events of queue and window in one word each, as deciders and policies would write them.</summary>
internal static class Line
{
    public static HouseholdId H(int n) => SmallHall.Household(n).Id;

    public static StepId Step(string step) => new(step);

    public static WindowId W(int n) => new($"w{n}");

    public static TicketId T(string step, int n) => new($"{step}-{n:000}");

    public static HouseholdCheckedIn CheckIn(int household, params ReadOnlySpan<int> present) =>
        new(H(household), [.. present], null, null, Step("verification"));

    public static WindowOpened Open(int window, string step) => new(W(window), Step(step), $"clerk-{window}");

    public static TicketIssued Issue(this DateTimeOffset at, string step, int ticket, int household, PriorityReason? priority = null, int? rank = null) =>
        new(T(step, ticket), Number(step, ticket), Step(step), H(household), priority, rank, at);

    public static IEvent[] Call(
        this DateTimeOffset at, string step, int ticket, int household, int window, CallKind kind = CallKind.InOrder, string? reason = null) =>
    [
        new TicketCalled(T(step, ticket), Number(step, ticket), Step(step), H(household), W(window), kind, null, reason, at),
        new TicketSeated(W(window), Step(step), T(step, ticket), Number(step, ticket), H(household), null, at, at.AddMinutes(2)),
    ];

    public static HouseholdArrived Arrive(this DateTimeOffset at, string step, int ticket, int household, int window) =>
        new(W(window), Step(step), T(step, ticket), H(household), at);

    public static ServiceStarted Start(this DateTimeOffset at, string step, int ticket, int household, int window) =>
        new(W(window), Step(step), T(step, ticket), Number(step, ticket), H(household), at);

    public static IEvent[] Complete(string step, int ticket, int household, int window, DateTimeOffset startedAt, string? next = null) =>
    [
        new ServiceCompleted(
            W(window), Step(step), T(step, ticket), Number(step, ticket), H(household), null, null, startedAt, startedAt, startedAt),
        new TicketCompleted(T(step, ticket), Step(step), H(household), W(window)),
        new StepCompleted(H(household), Step(step), T(step, ticket), W(window), null, next is null ? null : Step(next), null),
    ];

    public static IEvent[] Pass(string step, int ticket, int household, int window, int count = 1, bool endOfDay = false) =>
    [
        new NoShow(W(window), Step(step), T(step, ticket), Number(step, ticket), H(household)),
        new TicketPassed(T(step, ticket), Step(step), H(household), count, endOfDay),
    ];

    public static string Number(string step, int ticket) => $"{SmallHall.Plan.FindStep(Step(step))!.Prefix}{ticket:000}";
}
