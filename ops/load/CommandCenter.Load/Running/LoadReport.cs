using CommandCenter.Load.Measuring;

namespace CommandCenter.Load.Running;

/// <summary>What a run gave. Durations in milliseconds, rates a second.</summary>
/// <param name="Server">The address.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Seconds">How long it ran.</param>
/// <param name="Interrupted">Ended early by whoever ran it.</param>
/// <param name="Watchers">What the watchers received.</param>
/// <param name="Commands">What the phones gave.</param>
public sealed record LoadReport(string Server, string Operation, double Seconds, bool Interrupted, WatcherFigures Watchers, CommandFigures Commands);

/// <summary>What the watchers received.</summary>
/// <param name="Asked">How many connections were wanted.</param>
/// <param name="Connected">How many came about.</param>
/// <param name="Lost">How many were cut before the end.</param>
/// <param name="Errors">Why connections did not come about.</param>
/// <param name="Panels">Panels received, by all together.</param>
/// <param name="PanelsPerSecond">The same a second.</param>
/// <param name="Pulses">Pulses received, by all together.</param>
/// <param name="Bytes">Bytes received, by all together.</param>
/// <param name="BehindFirst">How much later a message came than to the first watcher that got it.</param>
/// <param name="BetweenPulses">Time between two pulses at one watcher; 1000 is meant.</param>
public sealed record WatcherFigures(
    int Asked, int Connected, int Lost, SortedDictionary<string, int> Errors, long Panels, double PanelsPerSecond, long Pulses, long Bytes,
    Figures BehindFirst, Figures BetweenPulses);

/// <summary>What the phones gave.</summary>
/// <param name="Given">Commands sent and answered.</param>
/// <param name="PerSecond">The same a second.</param>
/// <param name="Accepted">How many were accepted.</param>
/// <param name="Refused">How many were not, by code.</param>
/// <param name="Late">How many could be sent only when the phone's next was due already, because an earlier one had no answer yet.</param>
/// <param name="Unanswered">How many were due by the end and had no answer.</param>
/// <param name="Latency">From the moment when the command was due to the answer: a stall counts for all that it held up.</param>
/// <param name="Answer">From sending to the answer.</param>
public sealed record CommandFigures(
    int Given, double PerSecond, int Accepted, SortedDictionary<string, int> Refused, int Late, int Unanswered, Figures Latency, Figures Answer);
