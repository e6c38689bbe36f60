using System.Diagnostics;
using CommandCenter.Plans;
using CommandCenter.Plans.Samples;
using CommandCenter.Simulation.Forecasts;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Bench;

/// <summary>1,000 runs of the standard day from its morning, in one thread.</summary>
internal static class ForecastBench
{
    private const int Runs = 1000;
    private const int Rounds = 5;

    public static void Run()
    {
        var sample = SampleFolder.Read();
        var scenario = ScenarioFile.Read(Path.Combine(DrillBench.Scenarios(), "standard-day.yaml"), sample.Plan!, new Faults())!;
        var day = new DayOutline(sample.Plan!, sample.Lists!, scenario);
        var (best, forecast) = (double.MaxValue, (DayForecast?)null);
        for (var round = 0; round < Rounds; round++)
        {
            var start = Process.GetCurrentProcess().TotalProcessorTime;
            forecast = DayForecast.Of(day, Runs, 1);
            best = Math.Min(best, (Process.GetCurrentProcess().TotalProcessorTime - start).TotalSeconds);
        }

        Console.WriteLine();
        Console.WriteLine("| forecast | runs | seconds (best of 5) | end of day P10 | P50 | P90 |");
        Console.WriteLine("| --- | ---: | ---: | --- | --- | --- |");
        Console.WriteLine($"| standard day, 199 households | {Runs} | {best:F3} | {Clock(forecast!.EndsAt.P10)} | {Clock(forecast.EndsAt.P50)} | {Clock(forecast.EndsAt.P90)} |");
    }

    private static string Clock(double seconds) => TimeSpan.FromSeconds(seconds).ToString(@"hh\:mm", System.Globalization.CultureInfo.InvariantCulture);
}
