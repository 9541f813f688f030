using System.Reflection;
using System.Text.Json.Serialization;
using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Application.Recovery.Reporting;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.House;

/// <summary>A new case of a closed family is carried out, or a test fails: the compiler does not see what a switch leaves out.</summary>
public sealed class ClosedFamilyTests
{
    [Theory]
    [InlineData(typeof(Reply), "bot/Application/Turns/ReplyWriter.cs")]
    [InlineData(typeof(Reply), "bot/Host/CommandLine/ReplyText.cs")]
    [InlineData(typeof(Change), "bot/Application/Turns/TurnCommit.cs")]
    [InlineData(typeof(ReportOutcome), "bot/Host/Reporting/ReportAnswer.cs")]
    public void Every_case_is_carried_out(Type family, string file)
    {
        var code = Repository.Read(file);
        Assert.All(Cases(family), name => Assert.Contains($"{family.Name}.{name}", code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_kind_of_outbox_message_has_one_handler()
    {
        await using var bot = await RunningBot.StartAsync();
        var handled = bot.Services.GetServices<OutboxRoute>().Select(route => route.MessageType);
        var kinds = typeof(OutboxMessage).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType);
        Assert.Equal(kinds.Select(kind => kind.Name).Order(), handled.Select(kind => kind.Name).Order());
    }

    private static IEnumerable<string> Cases(Type family) =>
        family.GetNestedTypes().Where(family.IsAssignableFrom).Select(type => type.Name);
}
