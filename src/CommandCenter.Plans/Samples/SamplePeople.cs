using System.Globalization;
using CommandCenter.Plans.Lists;

namespace CommandCenter.Plans.Samples;

/// <summary>A made-up member of a household. Age: in full years on the day of the sample operation.</summary>
internal sealed record SamplePerson(string Name, string Surname, string Relation, bool Male, int Age, string IdNumber, bool Added = false)
{
    /// <summary>Whether this is the head's father or mother.</summary>
    public bool IsParent => Relation is "父" or "母";
}

/// <summary>Makes people up. No two have the same identity number.</summary>
internal sealed class SamplePeople(SampleRandom random)
{
    // No area of the country has this code, so that no number can belong to anybody. Its check character is right.
    private const string NoArea = "000000";
    private const int Year = 2026;

    private readonly HashSet<string> numbers = [];

    /// <summary>A person of an age, with a name of that generation.</summary>
    public SamplePerson Make(string relation, string surname, bool male, int age)
    {
        var born = Born(age);
        return new(surname + SampleNames.Given(random, male, born.Year), surname, relation, male, age, Number(born, male));
    }

    // Born before the end of November, so that the age is reached on the day in December.
    private DateOnly Born(int age) => new(Year - age, random.Between(1, 11), random.Between(1, 28));

    private string Number(DateOnly born, bool male)
    {
        while (true)
        {
            var order = random.Between(0, 499) * 2 + (male ? 1 : 0);
            var digits = string.Create(CultureInfo.InvariantCulture, $"{NoArea}{born:yyyyMMdd}{order:D3}");
            var number = digits + IdCard.CheckCharacter(digits);
            if (numbers.Add(number))
            {
                return number;
            }
        }
    }
}
