namespace ChatOpsBot.Domain.Requests;

/// <summary>How urgent a ticket is, 1 to 4. Source: IBM Cloud documentation, case severity and response times.</summary>
public enum Severity
{
    /// <summary>A system or service is down.</summary>
    Critical = 1,

    /// <summary>Severely restricted, or a deadline of the business is in danger.</summary>
    High = 2,

    /// <summary>Usable, without significant impact.</summary>
    Medium = 3,

    /// <summary>A question, or hardly any impact.</summary>
    Low = 4,
}
