namespace ChatOpsBot.Tests.Chats;

/// <summary>The systems that the people of the chats have, and where they live.</summary>
internal static class ChatSystems
{
    public static (string Key, string Value)[] Settings { get; } =
    [
        ("Turns:TimeZone", "Europe/Berlin"),
        ("Systems:Lpars:0:Name", "LPAR1"),
        ("Systems:Lpars:0:Production", "true"),
        ("Systems:Lpars:0:DrPartner", "LPAR1DR"),
        ("Systems:Lpars:0:Rto", "04:00:00"),
        ("Systems:Lpars:0:Rpo", "00:15:00"),
        ("Systems:Lpars:1:Name", "LPAR2"),
        ("Systems:Lpars:1:Production", "false"),
        ("Systems:Lpars:2:Name", "PAYPROD"),
        ("Systems:Lpars:2:Production", "true"),
    ];
}
