namespace ChatOpsBot.Domain.Requests.Fields;

/// <summary>One thing a request asks. Its kinds are a closed family: a new kind has to be drawn, read and asked for.</summary>
/// <param name="id">The key of the answer and of the words around it; never changes.</param>
public abstract class Field(string id)
{
    public string Id { get; } = id;

    /// <summary>The request is complete without it.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Folded away on the card, and not asked when people type: most requests do without.</summary>
    public bool IsFolded { get; init; }

    /// <summary>Other fields come and go with its value: it stands first and the form is drawn again when it changes.</summary>
    public bool Decides { get; init; }

    /// <summary>Slot of a sentence that fills it: "lpar", "object", "point_in_time" ...</summary>
    public string? Slot { get; init; }

    /// <summary>Whether it belongs to the form, by what was answered so far.</summary>
    public Func<Answers, bool> AppliesWhen { get; init; } = _ => true;

    /// <summary>The value, in written form, that counts until another is given; null for none.</summary>
    public Func<Answers, string?> Usual { get; init; } = _ => null;

    /// <summary>Reads what a person typed or chose. Whatever it is, the answer is a value, a choice or what would be right.</summary>
    /// <param name="typed">Not blank.</param>
    public abstract FieldReading Read(string typed, FieldContext context);

    /// <summary>Whether a stored value is one that this version of the field can still have.</summary>
    public virtual bool Knows(string written) => true;
}

/// <summary>A field, and the type of its answers: the key under which they are found.</summary>
public abstract class Field<T>(string id) : Field(id)
{
    /// <summary>Back from the written form, which only this field makes.</summary>
    public abstract T Parse(string written);
}
