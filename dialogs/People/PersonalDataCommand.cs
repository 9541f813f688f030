namespace ChatOpsBot.Dialogs.People;

/// <summary>What somebody wants of what is stored about them.</summary>
internal enum PersonalDataCommand
{
    Know,
    Forget,
}
