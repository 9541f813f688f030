using System.Net;
using System.Text.RegularExpressions;
using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Application.Recovery;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Storage.Tickets;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Tickets.Page;

/// <summary>A bot in production with people who hold the role, and their browsers. Ben and Carla work at the desk.</summary>
internal sealed partial class DeskBench : IAsyncDisposable
{
    public const string Tenant = "11111111-2222-3333-4444-555555555555";
    public const string Other = "99999999-2222-3333-4444-555555555555";

    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private DeskBench(RunningBot bot) => Bot = bot;

    public static Person Ben { get; } = new("aad-ben", "Ben Okafor");

    public static Person Carla { get; } = new("aad-carla", "Carla Rossi");

    public RunningBot Bot { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<DeskBench> StartAsync(params (string Key, string Value)[] settings) => new(await RunningBot.StartAsync(
    [
        ("Teams:AppId", "22222222-2222-3333-4444-555555555555"),
        ("Teams:TenantId", Tenant),
        ("Teams:AllowedTenants:0", Other),
        ("Teams:ClientSecret", "x"),
        ("Recovery:PageAddress", "https://bot.example.com/"),
        ("Approvals:Roles:desk:0", Ben.Id),
        ("Approvals:Roles:desk:1", Carla.Id),
        .. settings,
    ]));

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await Bot.DisposeAsync();
    }

    /// <summary>A link as the chat gives it to somebody.</summary>
    public async Task<Uri> LinkAsync(Person? who = null, string tenant = Tenant, ViewerPage page = ViewerPage.Desk) =>
        (await Bot.Services.GetRequiredService<Invitations>().LinkAsync(page, who ?? Ben, tenant, Cancel))!;

    /// <returns>The whole cookie that a browser gets for the link; null where it is not let in.</returns>
    public async Task<string?> EnterAsync(Uri link, string path = "/desk/enter")
    {
        using var form = new FormUrlEncodedContent([new("key", link.Query.Split('=')[1])]);
        using var answer = await _browser.PostAsync(new Uri(Bot.Address, path), form, Cancel);
        return answer.StatusCode is HttpStatusCode.SeeOther ? answer.Headers.GetValues("Set-Cookie").Single() : null;
    }

    /// <summary>What the browser of somebody who was let in brings with each request.</summary>
    public async Task<string> SessionAsync(Person? who = null, string tenant = Tenant) =>
        (await EnterAsync(await LinkAsync(who, tenant)))!.Split(';')[0];

    public async Task<DeskAnswer> GetAsync(string path, string? session = null, string language = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Bot.Address, path));
        request.Headers.AcceptLanguage.ParseAdd(language);
        return await SendAsync(request, session);
    }

    /// <summary>Fills in the form of a ticket and sends it, as a browser does.</summary>
    /// <param name="seen">The page whose form it is.</param>
    public Task<DeskAnswer> SaveAsync(string session, DeskAnswer seen, string state, string note = "", string workNote = "") => PostAsync(
        $"/desk/{seen.Number}",
        session,
        [
            ("token", seen.Token), ("version", seen.Version), ("state", state),
            // Browsers send line ends like that.
            ("note", note.Replace("\n", "\r\n", StringComparison.Ordinal)), ("work_note", workNote),
        ]);

    /// <param name="site">What the browser says of the page that sent it; null for a browser that says nothing.</param>
    public async Task<DeskAnswer> PostAsync(
        string path, string? session, IEnumerable<(string Name, string Value)> fields, string? site = "same-origin", string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Bot.Address, path))
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return await SendAsync(request, session);
    }

    /// <summary>A request of Ana has become a ticket.</summary>
    /// <param name="tenant">From which it was made; null where that is not known.</param>
    /// <param name="withRequest">False for a request that was deleted.</param>
    public Task<Ticket> FileAsync(
        string key,
        string subject = "Restore PRODLIB",
        Severity severity = Severity.Medium,
        string? tenant = Tenant,
        bool withRequest = true,
        string type = "restore",
        string body = "LPAR: LPAR1\nLibrary: PRODLIB",
        string requester = "Ana Lopez") => Bot.ReadAsync(async db =>
        {
            var ticket = await new DeskBook(db).WriteAsync(
                Bot.Clock.GetUtcNow(),
                at => new DeskBook(db).OpenAsync(new(key, type, $"[{key}] {subject}", body, severity), at, Cancel),
                Cancel);
            if (!withRequest)
                return ticket;

            var request = SampleRequest.Draft(key) with
            {
                State = RequestState.Filed,
                Owner = new("aad-ana", requester),
                Ticket = new(ticket.Number, TicketState.New, ticket.ChangedAt),
            };
            var origin = tenant is null ? null : ReferenceJson.Write(
                new() { ServiceUrl = "https://smba.example/", ConversationId = "a:ana", Bot = new("28:bot"), TenantId = tenant });
            await new RequestStore(db).PutAsync(request, new("filed", By: null), origin, Bot.Clock.GetUtcNow(), Cancel);
            await db.SaveChangesAsync(Cancel);
            return ticket;
        });

    /// <summary>Something else is done to a ticket meanwhile.</summary>
    public Task<bool> AtDeskAsync(string number, Action<DeskBook, Ticket, DateTimeOffset> change) => Bot.ReadAsync(async db =>
    {
        var book = new DeskBook(db);
        return await book.WriteAsync(
            Bot.Clock.GetUtcNow(),
            async at =>
            {
                change(book, (await book.FindAsync(number, Cancel))!, at);
                return true;
            },
            Cancel);
    });

    public Task<Ticket> TicketAsync(string number) =>
        Bot.ReadAsync(async db => (await new TicketShelf(db).FindAsync(number, TicketScope.All, Cancel))!);

    public Task<IReadOnlyList<TicketHistoryEntry>> HistoryAsync(string number) =>
        Bot.ReadAsync(db => new TicketShelf(db).HistoryAsync(number, before: null, 100, Cancel));

    private async Task<DeskAnswer> SendAsync(HttpRequestMessage request, string? session)
    {
        if (session is not null)
            request.Headers.Add("Cookie", session);
        using var answer = await _browser.SendAsync(request, Cancel);
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new(answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel), headers);
    }
}

/// <summary>A page as a browser gets it.</summary>
internal sealed partial record DeskAnswer(HttpStatusCode Status, string Page, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>Of the ticket that its form is about.</summary>
    public string Number => Form().Match(Page).Groups[1].Value;

    public string Token => Field("token");

    public string Version => Field("version");

    public string? Location => Headers.GetValueOrDefault("Location");

    /// <summary>The numbers of the tickets that are listed, in order.</summary>
    public IReadOnlyList<string> Listed => [.. Link().Matches(Page).Select(match => match.Groups[1].Value)];

    /// <summary>The page as people read it: without its marks, with one blank between words.</summary>
    public string Text => Blanks().Replace(WebUtility.HtmlDecode(Mark().Replace(Page, " ")), " ");

    private string Field(string name) =>
        Regex.Match(Page, $"name=\"{name}\" value=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(10)).Groups[1].Value;

    [GeneratedRegex("action=\"/desk/(T-[0-9]+)\"")]
    private static partial Regex Form();

    [GeneratedRegex("<th [^>]*><a href=\"/desk/([^\"?]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
