namespace ChatOpsBot.Domain.IbmI;

/// <summary>Why a library cannot be restored by name. Source: IBM i documentation, page rzarm/rzarmconrest (restoring libraries).</summary>
public enum RestoreRefusal
{
    /// <summary>QSYS comes back only with the operating system.</summary>
    SystemLibrary,

    /// <summary>QDOC and QDOCnnnn hold documents and folders, which RSTDLO restores.</summary>
    DocumentLibrary,
}
