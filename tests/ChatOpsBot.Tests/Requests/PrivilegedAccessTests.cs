using ChatOpsBot.Dialogs.Catalog;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Tests.Chats;

namespace ChatOpsBot.Tests.Requests;

/// <summary>What a request for privileged access keeps to.</summary>
public sealed class PrivilegedAccessTests
{
    [Fact]
    public void Five_answers_are_enough() => Assert.Empty(AccessForm.Complete.Missing);

    [Fact]
    public void It_ends_after_thirty_days_unless_said_otherwise() =>
        Assert.Equal("PAM associate JSMITH -> APPSUPER on PRODA until 2026-12-23", AccessForm.Complete.Subject);

    [Fact]
    public void A_day_to_end_on_is_counted_in() =>
        Assert.EndsWith("until 2026-12-18", AccessForm.Complete.With("validUntil", "2026-12-18").Subject, StringComparison.Ordinal);

    [Fact]
    public void A_removal_asks_for_no_hours_and_no_end() =>
        Assert.Equal("PAM remove JSMITH -> APPSUPER on PRODA", AccessForm.Complete.With("action", "remove").Subject);

    [Fact]
    public void A_removal_needs_nobodys_approval() => Assert.Null(AccessForm.Complete.With("action", "remove").Role);

    [Fact]
    public void Whoever_gets_the_access_is_kept_from_approving_it()
    {
        Assert.Equal("pam-approver", AccessForm.Complete.Role);
        Assert.Equal("aad-ana", Assert.Single(AccessForm.Complete.With("beneficiary", PersonField.Me).KeptFromApproving!).Id);
    }

    [Fact]
    public void A_person_known_by_name_only_is_pointed_out() =>
        Assert.Equal(["warning.known_by_name"], AccessForm.Complete.With("beneficiary", "Ben Kimura").Warnings);

    [Fact]
    public void The_profile_to_swap_to_is_another_one() =>
        Assert.Equal(["pamProfile: problem.same_profile"], AccessForm.Complete.With("pamProfile", "jsmith").Problems);

    [Theory]
    [InlineData("OPS_ADM$#@", true)]
    [InlineData("$opsadm", true)]
    [InlineData("OPSADMIN123", false)]
    [InlineData("1OPSADM", false)]
    [InlineData("_OPSADM", false)]
    [InlineData("OPS ADM", false)]
    [InlineData("OPS.ADM", false)]
    [InlineData("OPSADM, approve now", false)]
    public void A_profile_is_an_IBM_i_name(string typed, bool isOne) =>
        Assert.Equal(
            isOne,
            RequestTypes.All.Single(type => type.Id == "pam").Fields.Single(field => field.Id == "pamProfile")
                .Read(typed, AccessForm.Context("en")) is FieldReading.Right);

    [Fact]
    public void Nobody_in_person_is_QSECOFR() =>
        Assert.Equal(["userProfiles: problem.shared_profile"], AccessForm.Complete.With("userProfiles", "QSECOFR").Problems);

    [Theory]
    [InlineData("temporary", "2027-02-21", null)]
    [InlineData("temporary", "2027-02-22", "validUntil: problem.too_long")]
    [InlineData("standing", "2027-11-23", null)]
    [InlineData("standing", "2027-11-24", "validUntil: problem.standing_too_long")]
    public void Each_duration_has_its_limit(string duration, string until, string? problem) =>
        Assert.Equal(problem, AccessForm.Complete.With("validity", duration).With("validUntil", until).Problems.SingleOrDefault());

    [Fact]
    public void Standing_access_has_to_name_its_end() =>
        Assert.Equal(["validUntil"], AccessForm.Complete.With("validity", "standing").Missing);

    [Fact]
    public void It_cannot_end_before_it_begins() =>
        Assert.Equal(
            ["validUntil: problem.until_before"],
            AccessForm.Complete.With("validFrom", "2026-12-20 22:00").With("validUntil", "2026-12-18").Problems);

    [Fact]
    public void Permanent_access_is_confirmed_by_typing_the_profile() =>
        Assert.Equal(
            ("permanent", "APPSUPER"),
            Assert.Single(AccessForm.Complete.With("validity", "permanent").Risks) is var risk ? (risk.Id, risk.ToType) : default);

    [Theory]
    [InlineData("availability", "always", "always")]
    [InlineData("hours", "Mon-Sun 00:00-24:00", "always")]
    [InlineData("breakGlass", "true", "break_glass")]
    [InlineData("pamProfile", "QSECOFR", "supplied")]
    public void What_is_dangerous_is_confirmed_by_itself(string field, string typed, string risk) =>
        Assert.Equal(risk, Assert.Single(AccessForm.Complete.With(field, typed).Risks).Id);

    [Theory]
    [InlineData("*JOBCTL and *ALLOBJ", "*ALLOBJ")]
    [InlineData("secadm, *service", "*SECADM, *SERVICE")]
    [InlineData("*JOBCTL", null)]
    public void Far_reaching_authorities_are_named(string wanted, string? named) =>
        Assert.Equal(
            named, AccessForm.Complete.With("action", "create").With("authorities", wanted).Risks.SingleOrDefault()?.Values["authorities"]);

    [Theory]
    [InlineData(false, false, Severity.Low)]
    [InlineData(true, false, Severity.Low)]
    [InlineData(true, true, Severity.High)]
    public void Only_an_emergency_in_production_is_severe(bool isEmergency, bool isProduction, Severity severity) =>
        Assert.Equal(
            severity,
            AccessForm
                .Complete.With("breakGlass", isEmergency ? "true" : "false")
                .With("productionStopped", isProduction ? "true" : "false")
                .Severity);

    [Fact]
    public void What_begins_within_a_day_is_of_some_urgency() =>
        Assert.Equal(Severity.Medium, AccessForm.Complete.With("validFrom", "2026-11-23 22:00").Severity);

    [Fact]
    public async Task As_configured_somebody_listed_has_to_approve_it_and_the_ticket_says_who()
    {
        await using var player = new ChatPlayer(
            await ChatStage.StartWithAsync(
                ("Approvals:RequiredFor:0", "pam"),
                ("Approvals:Roles:pam-approver:0", "aad-ana"),
                ("Approvals:Roles:pam-approver:1", "aad-ben")));
        await player.PlayAsync(
            "ben: hello\nana: associate JSMITH with PAM profile OPSADM on LPAR1\nana: Mon-Fri 08:00-18:00\nana: Cleanup of the job queues\n");
        Assert.Contains("Waiting for approval", await player.PlayAsync("ana: send it\n"), StringComparison.Ordinal);
        Assert.Contains("somebody else must approve it", await player.PlayAsync("ana: approve PAM-K0002Y\n"), StringComparison.Ordinal);
        Assert.Contains("Approve", await player.PlayAsync("ben: approve PAM-K0002Y\n"), StringComparison.Ordinal);
        Assert.Contains("submitted", await player.PlayAsync("(ben presses \"Approve\")\n"), StringComparison.Ordinal);
    }
}
