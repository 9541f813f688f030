using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage.Requests;
using static ChatOpsBot.Tests.Storage.SampleRequest;

namespace ChatOpsBot.Tests.Storage;

public abstract partial class RetentionContract
{
    /// <summary>It was handed over to a desk that will never say that it is done.</summary>
    [Fact]
    public async Task What_nothing_is_heard_of_goes_when_it_is_past_its_time()
    {
        foreach (var (days, isSilent) in ((int, bool)[])[(729, true), (731, true), (731, false)])
        {
            var at = Monday.AddDays(-days);
            var request = Draft($"RST-{days}{isSilent}") with
            {
                State = RequestState.Filed,
                CreatedAt = at,
                ChangedAt = at,
                ConfirmedAt = at,
                Ticket = new(Number: null, TicketState.New, at) { Desk = DeskKind.Mail, Id = "1", IsSilent = isSilent },
            };
            await CommitAsync(db => new RequestStore(db).PutAsync(request, new("started", Ana), null, at, Cancel));
        }

        await RoundAsync();
        Assert.Equal(
            ["RST-729True", "RST-731False"],
            (await AskAsync(db => new RequestStore(db).OwnAsync(Ana.Id, 10, Cancel))).Select(it => it.Key).Order());
    }
}
