using ChatOpsBot.Application.LanguageModel;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.People;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.People;

/// <summary>Reads, before a turn about it is answered, what is stored about its person. A turn about anything else reads nothing.</summary>
public sealed class PersonalDataContextReader(RetentionPeriods kept, IOptions<LanguageModelOptions> model)
{
    // Where others read along, nothing is even looked up.
    public async Task<PersonalDataContext?> ReadAsync(BotDb db, Turn turn, CancellationToken cancel) =>
        turn.Who.Id.Length > 0 && turn.Where.Kind is PlaceKind.Personal && turn.Needs.HasFlag(TurnNeeds.PersonalData)
            ? new(await new PersonReader(db).ReadAsync(turn.Who.Id, cancel), kept) { LanguageModel = model.Value.Host }
            : null;
}
