using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ChatOpsBot.Domain.People;

/// <summary>All that is stored about one person.</summary>
/// <param name="PersonId">Entra object id where known.</param>
/// <param name="All">What changed last stands first.</param>
/// <param name="Forgotten">When they asked to be forgotten, while something of that is still to be done; otherwise null.</param>
public sealed record PersonalRecords(string PersonId, IReadOnlyList<PersonalRecord> All, DateTimeOffset? Forgotten = null)
{
    /// <summary>Changes with everything that is stored: who confirms to be forgotten confirms what they have seen.</summary>
    public string Mark
    {
        get
        {
            var text = new StringBuilder(PersonId).Append('\n').Append(Forgotten?.UtcTicks ?? 0);
            foreach (var it in All.OrderBy(it => it.Kind).ThenBy(it => it.Name, StringComparer.Ordinal).ThenBy(it => it.At))
                text.Append(CultureInfo.InvariantCulture, $"\n{it.Kind} {it.Name} {it.At.UtcTicks} {it.IsNamed}");
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
        }
    }

    /// <summary>Whether forgetting would change anything.</summary>
    public bool CanBeForgotten => All.Any(IsToBeForgotten);

    public IReadOnlyList<PersonalRecord> Of(RecordFate fate) => [.. All.Where(record => record.Fate == fate)];

    private bool IsToBeForgotten(PersonalRecord record) => record.Fate switch
    {
        RecordFate.Goes => true,
        RecordFate.LosesName => record.IsNamed,
        _ => Forgotten is null || record.Begun > Forgotten,
    };
}
