using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Catalog;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Forms.Reading;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Systems;
using ChatOpsBot.Tests.Dialogs;
using CsCheck;

namespace ChatOpsBot.Tests.Requests;

/// <summary>
/// Whatever stands in the fields of a request, right, wrong or nothing, its form can be drawn, and once it is complete so can all that
/// follows.
/// </summary>
public sealed class AnyAnswersTests
{
    private static readonly string[] Texts =
    [
        "", "foo bar?", "LPAR1", "LPAR2", "LPAR1, LPAR2", "PRODLIB", "*ALLUSR", "QSYS", "Q*", "CUSTMAST", "JSMITH", "QSECOFR", "OPSADM",
        "/home/app", "yes", "no", "me", "5", "9999", "last night", "tomorrow 22:00", "yesterday 2am", "Saturday 22:00 to Sunday 06:00",
        "latest", "as soon as possible", "24x7", "Mon-Fri 08:00-18:00", "*ALLOBJ", "-",
        "Order entry has to run again before the shift begins", "ana@example.com", "password: Winter2026!", "1", "2", "3",
    ];

    private static readonly RequestServices Kit = TestKit.Of(systems: ((InventoryReading.Right)Inventory.Read(
        [new() { Name = "LPAR1", IsProduction = true, DrPartner = "LPAR1DR" }, new() { Name = "LPAR2", IsProduction = false }])).Inventory);

    public static TheoryData<string> Types => [.. RequestTypes.All.Select(type => type.Id)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Nothing_that_is_typed_breaks_a_form(string id)
    {
        var type = Kit.Find(id)!;
        Gen.OneOf(Gen.Int[0, Texts.Length - 1].Select(at => Texts[at]), Gen.Int[1, 7].Select(place => $"{place}"))
            .Array[type.Fields.Count]
            .Sample(texts =>
            {
                var request = Filled(type, texts);
                var cards = new RequestCards(Kit);
                Draw(cards, request);
                Draw(cards, request with { WasSubmitted = true });
                if (new FormState(type, request, Kit.Context(request)).IsComplete)
                    Assert.All(Enum.GetValues<RequestState>(), state => Draw(cards, request with { State = state }));
            });
    }

    private static Request Filled(RequestType type, string[] texts)
    {
        var request = Begun(type);
        foreach (var (field, text) in type.Fields.Zip(texts))
        {
            var known =
                field is IChoices choices && choices.Options(new Answers(request)) is { Count: > 0 } options && text is [>= '1' and <= '9']
                    ? options[(text[0] - '1') % options.Count]
                    : text;
            request = EntryReader.Put(
                request, field, EntryReader.Read(field, known, request, Kit.Context(request), Kit.WordsOf(type, "en")));
        }

        return request;
    }

    private static void Draw(RequestCards cards, Request request)
    {
        foreach (var audience in Enum.GetValues<Audience>())
            Assert.True(CardLimits.Fits(cards.Draw(request, audience)));
    }

    private static Request Begun(RequestType type) => new()
    {
        Id = Guid.NewGuid(),
        Key = type.Prefix + "-K00029",
        Type = type.Id,
        Owner = new Person("aad-ana", "Ana"),
        ConversationId = "a:29:ana",
        Language = "en",
        Zone = "Europe/Berlin",
        Version = 1,
        Token = "token",
        CreatedAt = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero),
        ChangedAt = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero),
    };
}
