using ChatOpsBot.Domain;
using ChatOpsBot.Storage.Cards;

namespace ChatOpsBot.Tests.Storage;

/// <summary>Where the cards of requests stand.</summary>
public abstract class CardContract(TestDatabase database) : DatabaseContract(database)
{
    private readonly Subject _request = Subject.Request(Guid.NewGuid());

    [Fact]
    public async Task A_card_is_found_where_it_was_put()
    {
        await AddAsync("a:ana", "1", Monday);
        await CommitAsync(db => new CardStore(db).NoteAsync(Subject.Request(Guid.NewGuid()), "a:ana", "2", "{}", "owner", Monday, Cancel));

        var place = Assert.Single(await PlacesAsync());
        Assert.Equal(
            ("a:ana", "1", "{\"at\":\"a:ana\"}", "owner", Monday),
            (place.ConversationId, place.ActivityId, place.Reference, place.Audience, place.At));
    }

    [Fact]
    public async Task The_same_message_is_one_place_for_the_audience_it_was_last_drawn_for()
    {
        await AddAsync("a:ana", "1", Monday);
        await CommitAsync(db => new CardStore(db).NoteAsync(_request, "a:ana", "1", "{}", "approvers", Monday.AddMinutes(1), Cancel));

        var place = Assert.Single(await PlacesAsync());
        Assert.Equal(("approvers", "{}", Monday.AddMinutes(1)), (place.Audience, place.Reference, place.At));
    }

    [Fact]
    public async Task The_same_message_noted_twice_is_one_place()
    {
        await CommitAsync(async db =>
        {
            await new CardStore(db).NoteAsync(_request, "a:ana", "1", "{}", "owner", Monday, Cancel);
            await new CardStore(db).NoteAsync(_request, "a:ana", "1", "{}", "owner", Monday, Cancel);
        });
        Assert.Single(await PlacesAsync());
    }

    [Fact]
    public async Task A_message_in_another_chat_is_another_place()
    {
        await AddAsync("a:ana", "1", Monday);
        await AddAsync("a:eva", "1", Monday.AddMinutes(1));
        Assert.Equal(["a:eva", "a:ana"], (await PlacesAsync()).Select(place => place.ConversationId));
    }

    [Fact]
    public async Task A_card_that_is_gone_is_forgotten()
    {
        await AddAsync("a:ana", "1", Monday);
        await AddAsync("a:ana", "2", Monday);
        await CommitAsync(db => new CardStore(db).RemoveAsync(_request, "a:ana", "1", Cancel));
        Assert.Equal(["2"], (await PlacesAsync()).Select(place => place.ActivityId));
    }

    [Fact]
    public async Task Of_too_many_places_the_oldest_go()
    {
        await AddAsync("a:other", "old", Monday.AddDays(-1));
        foreach (var number in Enumerable.Range(0, CardStore.MostPlaces + 2))
            await AddAsync("a:ana", $"{number}", Monday.AddMinutes(number));

        var left = await PlacesAsync();
        Assert.Equal(CardStore.MostPlaces, left.Count);
        Assert.Equal("51", left[0].ActivityId);
        Assert.Equal("2", left[^1].ActivityId);
    }

    private Task AddAsync(string conversation, string activity, DateTimeOffset at) => CommitAsync(db =>
        new CardStore(db).NoteAsync(_request, conversation, activity, $$"""{"at":"{{conversation}}"}""", "owner", at, Cancel));

    private Task<IReadOnlyList<CardPlace>> PlacesAsync() => AskAsync(db => new CardStore(db).OfAsync(_request, Cancel));
}
