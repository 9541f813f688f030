using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Dialogs.Recovery.Following;

/// <summary>The sentences about following, in the language of a turn.</summary>
internal sealed class FollowingWords(RequestServices services, Turn turn)
{
    private const int MostNamed = 12;
    private const int LongestName = 60;
    private const string AnyLpar = "LPAR1";

    public Phrases Words { get; } = services.Words.In(turn.Language);

    public string Elsewhere => Words.Say("following.elsewhere", ("lpar", ExampleName));

    public string How => Words.Say("following.how", ("lpar", ExampleName));

    public string WhoMay => turn.Following.Owner is { Name.Length: > 0 } owner
        ? Words.Say("following.may_owner", ("name", PlainText.Line(owner.Name)), ("roles", Roles))
        : Words.Say("following.may", ("roles", Roles));

    /// <summary>That nothing is sent there, and how to try again.</summary>
    public IReadOnlyList<string> Closed => turn.Following is { Closed: { } why, Systems: [var first, ..] }
        ? [Words.Say("following.closed", ("why", PlainText.Line(why)), ("system", Called(first.Name)))]
        : [];

    public string NoEvent(string key) => Words.Say("following.event", ("event", key), ("lpar", ExampleName));

    /// <summary>Why some names cannot be followed, and which could.</summary>
    public IReadOnlyList<string> Faults(IReadOnlyList<FollowedName> read)
    {
        List<string> faults =
        [
            .. read.OfType<FollowedName.Unknown>().Select(it => Words.Say("following.unknown", ("name", PlainText.Line(it.Name)))),
            .. read.OfType<FollowedName.WithoutDr>().Select(it => Words.Say("following.without_dr", ("name", PlainText.Line(it.Name)))),
        ];
        return faults.Count == 0 || services.Systems.IsEmpty ? faults : [.. faults, Known];
    }

    public IReadOnlyList<string> Added(IReadOnlyList<string> names) => names switch
    {
        [] => [],
        [FollowedName.Everything] => [Words["following.added_all"]],
        _ => [Words.Say("following.added", ("systems", List(names)))],
    };

    public IReadOnlyList<string> Already(IReadOnlyList<string> names) => Of("following.already", names);

    public IReadOnlyList<string> Ended(IReadOnlyList<string> names) => Of("following.ended", names);

    public IReadOnlyList<string> Fixed(IReadOnlyList<string> names) => Of("following.fixed", names);

    public IReadOnlyList<string> NotFollowed(IReadOnlyList<string> names, IReadOnlyList<FollowedSystem> followed) =>
        Of(followed.Any(system => system.Name == FollowedName.Everything) ? "following.within_all" : "following.not_followed", names);

    public string List(IEnumerable<string> names) => string.Join(", ", names.Select(Called));

    public string Called(string name) => name == FollowedName.Everything ? Words["following.all"] : PlainText.Line(name);

    /// <summary>Who made a system followed, and when.</summary>
    public string Origin(FollowedSystem system) =>
        system.By is { } by && !system.IsFromSettings
            ? Words.Say(
                "following.by",
                ("name", PlainText.Clip(PlainText.Line(by.Name), LongestName)),
                ("time", new EventTimes(turn.Zone.Id, system.At, Words).InFull(system.At)))
            : Words["following.by_settings"];

    private string ExampleName => FollowedName.All(services.Systems) is [var first, ..] ? first : AnyLpar;

    private string Roles => FollowRight.Roles.Aggregate((first, second) => Words.Say("following.or", ("first", first), ("second", second)));

    private string Known =>
        FollowedName.All(services.Systems) switch
        {
            [] => Words["following.known_none"],
            { Count: > MostNamed } all => Words.Say(
                "following.known_more", ("systems", List(all.Take(MostNamed))), ("count", $"{all.Count - MostNamed}")),
            var all => Words.Say("following.known", ("systems", List(all))),
        };

    private IReadOnlyList<string> Of(string key, IReadOnlyList<string> names) =>
        names.Count == 0 ? [] : [Words.Say(key, ("systems", List(names)))];
}
