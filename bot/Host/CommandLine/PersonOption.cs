using System.CommandLine;

namespace ChatOpsBot.Host.CommandLine;

/// <summary><c>--as</c>: who somebody is while they try the bot out.</summary>
internal static class PersonOption
{
    public static Option<string?> Build(string description)
    {
        var name = new Option<string?>("--as") { Description = description, HelpName = "name" };
        name.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not { } typed || string.IsNullOrWhiteSpace(typed))
                result.AddError("--as needs a name, such as Ben.");
        });
        return name;
    }
}
