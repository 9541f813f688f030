using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.LanguageModel;

/// <summary>How many calls there may be: altogether, and for one person. In memory, so a restart begins at zero.</summary>
internal sealed class CallBudget(IOptions<LanguageModelOptions> options, TimeProvider time)
{
    private const string Everybody = "";
    private const int MostPeople = 20_000;

    private readonly Lock _door = new();
    private readonly Recent<StrongBox<int>> _all = new(time, TimeSpan.FromDays(1), 1);
    private readonly Recent<StrongBox<int>> _people = new(time, TimeSpan.FromHours(1), MostPeople);

    /// <returns>False when there is none left.</returns>
    public bool TryTake(string personId)
    {
        lock (_door)
        {
            var all = _all.GetOrAdd(Everybody, () => new(0));
            var own = _people.GetOrAdd(personId, () => new(0));
            if (all.Value >= options.Value.PerDay || own.Value >= options.Value.PerPersonPerHour)
                return false;

            (all.Value, own.Value) = (all.Value + 1, own.Value + 1);
            return true;
        }
    }
}
