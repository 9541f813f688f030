using ChatOpsBot.Dialogs.Catalog;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Tests.Dialogs;
using NodaTime;
using NodaTime.Extensions;

namespace ChatOpsBot.Tests.Requests;

/// <summary>A request for privileged access as Ana fills it in, at nine in the morning in Berlin.</summary>
internal sealed class AccessForm
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private static readonly RequestType Type = RequestTypes.All.Single(type => type.Id == "pam");

    private readonly FieldContext _context = Context("en");
    private readonly Dictionary<string, Entry> _entries = [];

    /// <summary>All that has to be given.</summary>
    public static AccessForm Complete => new AccessForm()
        .With("lpars", "PRODA").With("userProfiles", "JSMITH").With("pamProfile", "APPSUPER").With("hours", "Mon-Fri 08:00-18:00")
        .With("justification", "Monthly cleanup of the job queues");

    public string Subject => Type.Subject(Answers);

    public Severity Severity => Type.SeverityOf(Answers, _context);

    public IEnumerable<string> Problems => Type.Check(Answers, _context).Select(found => $"{found.Field.Id}: {found.Problem.Key}");

    public IEnumerable<string> Warnings => Type.Warnings(Answers, _context).Select(warning => warning.Key);

    public IReadOnlyList<Risk> Risks => [.. Type.Risks(Answers, _context)];

    public IEnumerable<string> Missing =>
        Type.Fields.Where(it => it.AppliesWhen(Answers) && !it.IsOptional && !Answers.Has(it)).Select(it => it.Id);

    public IReadOnlyList<Person>? KeptFromApproving => Type.Approval(Answers, _context.Systems)?.Beneficiaries;

    public string? Role => Type.Approval(Answers, _context.Systems)?.Role;

    private Answers Answers => new(new Request
    {
        Id = Guid.Empty,
        Key = "PAM-000000",
        Type = "pam",
        Owner = _context.Who,
        ConversationId = "c",
        Language = "en",
        Zone = _context.Zone.Id,
        Version = 1,
        Token = "t",
        CreatedAt = Now,
        ChangedAt = Now,
        Entries = _entries,
    });

    public static FieldContext Context(string language)
    {
        var services = TestKit.Of();
        return new()
        {
            Now = Now.ToInstant(),
            Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"],
            Who = new("aad-ana", "Ana"),
            Language = language,
            Systems = services.Systems,
            Names = services.Names,
            Times = services.Times,
        };
    }

    public AccessForm With(string field, string typed)
    {
        _entries[field] = new Entry(typed)
        {
            Value = Assert.IsType<FieldReading.Right>(Type.Fields.Single(it => it.Id == field).Read(typed, _context)).Value,
        };
        return this;
    }
}
