using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Requests.Fields.Hours;

namespace ChatOpsBot.Dialogs.Forms.Wording;

/// <summary>Shows a value in words: what a person reads before it is filed, and what the desk reads.</summary>
internal static class ValueText
{
    /// <param name="zone">The tz database id in which times are shown.</param>
    public static string Of(Field field, string written, string zone, TypeWords words) => field switch
    {
        IChoices => words.Option(field, written),
        YesNoField => words.Shared[written == YesNoField.Yes ? "forms.yes" : "forms.no"],
        MomentField moment => MomentText.Write(moment.Parse(written), moment.Purpose, zone, words.Shared),
        WeekHoursField hours => HoursText.Write(hours.Parse(written), words.Shared),
        NamesField names => string.Join(", ", names.Parse(written)),
        SystemsField systems => string.Join(", ", systems.Parse(written)),
        PersonField { IsIdentified: true } person => Identity(person.Parse(written), words.Shared),
        PersonField person => person.Parse(written).Name,
        _ => written,
    };

    /// <summary>Who somebody is, and what vouches for that.</summary>
    private static string Identity(Person person, Phrases words) => person switch
    {
        { Id: "" } => words.Say("forms.person.by_name", ("name", person.Name)),
        { Name: "" } => words.Say("forms.person.by_id", ("id", person.Id)),
        { IsGuest: true } => words.Say("forms.person.guest", ("name", person.Name)),
        _ => words.Say("forms.person.confirmed", ("name", person.Name)),
    };

    /// <summary>The fields that apply and have a value, with it.</summary>
    public static IEnumerable<(Field Field, string Text)> All(RequestType type, Answers answers, string zone, TypeWords words) =>
        from field in type.Fields
        let written = answers.Written(field)
        where written is not null
        select (field, Of(field, written, zone, words));
}
