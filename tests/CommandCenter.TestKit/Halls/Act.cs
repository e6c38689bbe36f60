using CommandCenter.Domain;
using CommandCenter.Domain.Identity;

namespace CommandCenter.TestKit.Halls;

/// <summary>Somebody asks a grain for something.</summary>
public sealed record Act(GrainAddress Grain, ICommand Command, string Actor);
