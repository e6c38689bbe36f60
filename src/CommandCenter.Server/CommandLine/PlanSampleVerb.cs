using System.CommandLine;
using CommandCenter.Plans.Samples;

namespace CommandCenter.Server.CommandLine;

/// <summary><c>plan sample</c>: the sample operation as a plan folder, to try and to change.</summary>
internal static class PlanSampleVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The folder to write; made where it is missing." };
        var seed = new Option<ulong>("--seed")
        {
            Description = "Other people, ages, differences and priorities.", HelpName = "N", DefaultValueFactory = _ => SampleFolder.Seed,
        };
        var scale = new Option<int>("--scale")
        {
            Description = $"So many times 199 households, 236 flats and 14 windows; at most {SampleFolder.MaxScale}.",
            HelpName = "N",
            DefaultValueFactory = _ => 1,
        };
        scale.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > SampleFolder.MaxScale)
            {
                result.AddError($"--scale goes from 1 to {SampleFolder.MaxScale}.");
            }
        });
        var verb = new Verb(
            "sample", "Writes the sample operation as a plan folder, with made-up households.",
            "plan sample my-plan", "plan sample big --scale 10 --seed 7")
        {
            folder, seed, scale,
        };
        verb.SetAction(line =>
        {
            SampleFolder.Write(line.GetRequiredValue(folder), line.GetValue(seed), line.GetValue(scale));
            line.InvocationConfiguration.Output.WriteLine(line.GetRequiredValue(folder));
            return ExitCodes.Done;
        });
        return verb;
    }
}
