using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Systems;
using ChatOpsBot.Tests.Dialogs;
using NodaTime;

namespace ChatOpsBot.Tests.Requests;

/// <summary>It is Monday, 23 November 2026, 10:00 in Berlin; LPAR1 is production, LPAR2 is not.</summary>
public sealed class AdHocBackupTests
{
    private static readonly Inventory Systems = (
        (InventoryReading.Right)
            Inventory.Read([
                new() { Name = "LPAR1", IsProduction = true },
                new() { Name = "LPAR2", IsProduction = false },
                new()
                {
                    Name = "TOKYO",
                    IsProduction = false,
                    TimeZone = "Asia/Tokyo",
                },
            ])).Inventory;

    private static readonly RequestServices Kit = TestKit.Of(systems: Systems);
    private static readonly RequestType Backup = Kit.Find("backup")!;

    [Theory]
    [InlineData("scope=entire")]
    [InlineData("scope=system")]
    [InlineData("libraries=*NONSYS")]
    public void Some_things_are_saved_in_restricted_state_only(string what)
    {
        Assert.Equal("restrictedState", Given(what).Written("mode"));
        Assert.Equal("problem.restricted_only", Given(what, "mode=saveWhileActive").ProblemOf("mode"));
        Assert.Equal("missing", Given(what).ProblemOf("outageApprover"));
    }

    [Theory]
    [InlineData("start=tonight 22:00", "finishBy=today 21:00", "problem.finish_before_start")]
    [InlineData("start=tonight 22:00", "finishBy=tomorrow 06:00", null)]
    public void It_finishes_after_it_starts(string start, string finish, string? problem) =>
        Assert.Equal(problem, Given(start, finish).ProblemOf("finishBy"));

    [Fact]
    public void A_change_has_a_number() => Assert.Equal("missing", Given("reason=beforeChange").ProblemOf("change"));

    [Theory]
    [InlineData("QSYS", "problem.never_saved")]
    [InlineData("*ANY", "problem.special")]
    [InlineData("QGPL", null)]
    public void Not_every_library_can_be_saved(string library, string? problem) =>
        Assert.Equal(problem, Given($"libraries={library}").ProblemOf("libraries"));

    [Theory]
    [InlineData("scope=allUser", "warning.locks")]
    [InlineData("scope=allUser;mode=restrictedState", "")]
    [InlineData("libraries=A, B;destination=saveFile", "warning.save_files")]
    [InlineData("libraries=A;destination=saveFile", "")]
    public void A_word_is_said_where_something_is_worth_it(string answers, string warnings) =>
        Assert.Equal(warnings, Given([.. answers.Split(';'), "reason=audit"]).Warnings);

    [Theory]
    [InlineData("lpars=LPAR2", "start=asap", "hours")]
    [InlineData("lpars=LPAR2", "start=tonight 22:00", "")]
    [InlineData("lpars=LPAR2", "start=2026-11-28T10:00", "")]
    [InlineData("lpars=LPAR2", "start=2026-11-24T07:00", "hours")]
    [InlineData("lpars=TOKYO", "start=2026-11-25T01:00", "hours")]
    [InlineData("lpars=TOKYO", "start=2026-11-25T12:00", "")]
    [InlineData("lpars=LPAR1", "start=tonight 22:00", "restricted")]
    [InlineData("lpars=LPAR1", "start=asap", "hours,restricted")]
    public void A_whole_system_save_in_business_hours_and_on_production_is_confirmed(string lpar, string start, string risks) =>
        Assert.Equal(risks, Given(lpar, start, "scope=entire").Risks);

    [Theory]
    [InlineData("lpars=LPAR1;scope=entire", true)]
    [InlineData("lpars=LPAR2;scope=entire", false)]
    [InlineData("lpars=LPAR2;retention=permanent", true)]
    [InlineData("lpars=LPAR2;reason=legalHold", true)]
    [InlineData("lpars=LPAR1", false)]
    public void A_second_person_is_asked_for_an_outage_of_production_and_for_what_is_kept_for_good(string answers, bool isNeeded) =>
        Assert.Equal(isNeeded ? "backup-approver" : null, Backup.Approval(Given(answers.Split(';')).Answers, Systems)?.Role);

    [Theory]
    [InlineData("reason=beforeUpgrade", "start=asap", Severity.High)]
    [InlineData("reason=beforeUpgrade", "start=before 13:59", Severity.High)]
    [InlineData("reason=beforeUpgrade", "start=tonight 22:00", Severity.Medium)]
    [InlineData("reason=audit", "start=asap", Severity.Medium)]
    [InlineData("reason=beforeUpgrade", "start=tomorrow 22:00", Severity.Low)]
    public void The_time_left_makes_it_urgent(string reason, string start, Severity severity) =>
        Assert.Equal(severity, Backup.SeverityOf(Given(reason, start).Answers, Given().Context));

    [Theory]
    [InlineData("LIB", "scope=libraries libraries=LIB")]
    [InlineData("LIB/OBJ", "scope=objects libraries=LIB objects=OBJ")]
    [InlineData("/home/app", "scope=paths paths=/home/app")]
    public void What_a_sentence_names_goes_where_it_belongs(string said, string fields) =>
        Assert.Equal(
            fields,
            string.Join(
                ' ', Backup.FromSlots(new Dictionary<string, string> { ["object"] = said }).Select(field => $"{field.Key}={field.Value}")));

    [Fact]
    public void The_subject_says_what_why_and_when_in_utc() =>
        Assert.Equal(
            "BACKUP LPAR2 PAYLIB (before change CHG1) 2026-11-23 21:00Z",
            Backup.Subject(Given("reason=beforeChange", "change=CHG1", "start=tonight 22:00").Answers));

    private static Filled Given(params string[] answers)
    {
        var context = new FieldContext
        {
            Now = Instant.FromUtc(2026, 11, 23, 9, 0),
            Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"],
            Who = new Person("1", "Ana"),
            Language = "en",
            Systems = Systems,
            Names = Kit.Names,
            Times = Kit.Times,
        };
        var entries = new Dictionary<string, Entry>();
        string[] usual = ["lpars=LPAR2", "libraries=PAYLIB"];
        foreach (var answer in usual.Concat(answers).Select(answer => answer.Split('=', 2)))
        {
            var field = Backup.Fields.Single(field => field.Id == answer[0]);
            entries[field.Id] = new Entry(answer[1]) { Value = Assert.IsType<FieldReading.Right>(field.Read(answer[1], context)).Value };
        }

        return new(new Answers(entries), context);
    }

    private sealed class Filled(Answers answers, FieldContext context)
    {
        public FieldContext Context => context;

        public Answers Answers => answers;

        public string Warnings => string.Join(',', Backup.Warnings(Answers, context).Select(warning => warning.Key));

        public string Risks => string.Join(',', Backup.Risks(Answers, context).Select(risk => risk.Id));

        public string? Written(string field) => Answers.Written(Named(field));

        public string? ProblemOf(string field) =>
            Backup.Check(Answers, context).FirstOrDefault(found => found.Field.Id == field)?.Problem.Key
            ?? (Named(field).IsOptional || Answers.Has(Named(field)) ? null : "missing");

        private static Field Named(string id) => Backup.Fields.Single(field => field.Id == id);
    }
}
