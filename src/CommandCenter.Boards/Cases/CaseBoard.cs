using CommandCenter.Boards.Circumstances;
using CommandCenter.Boards.Windows;

namespace CommandCenter.Boards.Cases;

/// <summary>Topic <c>case:{id}</c>: one matter with its whole file. Facts of the matter; people are not rated.</summary>
/// <param name="Matter">The matter.</param>
/// <param name="Circumstance">What the list says of the household, where the matter is a special circumstance.</param>
/// <param name="Sum">The household's worked difference, where it is about that and flats are chosen.</param>
public sealed record CaseBoard(Matter Matter, ListedCircumstance? Circumstance, WorkedSum? Sum);
