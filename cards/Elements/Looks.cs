namespace ChatOpsBot.Cards.Elements;

/// <summary>The gap above an element; the client picks the pixels.</summary>
public enum Spacing
{
    Default,
    None,
    Small,
    Medium,
    Large,
    ExtraLarge,
    Padding,
}

public enum TextSize
{
    Default,
    Small,
    Medium,
    Large,
    ExtraLarge,
}

public enum TextWeight
{
    Default,
    Lighter,
    Bolder,
}

/// <summary>Colours by meaning, which every theme draws legibly. Never the only sign of anything.</summary>
public enum TextColor
{
    Default,
    Accent,
    Good,
    Warning,
    Attention,
}

/// <summary>Backgrounds by meaning, which every theme draws legibly. Never the only sign of anything.</summary>
public enum ContainerStyle
{
    Default,
    Emphasis,
    Good,
    Attention,
    Warning,
    Accent,
}
