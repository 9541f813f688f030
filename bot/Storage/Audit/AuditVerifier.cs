using System.Security.Cryptography.X509Certificates;

namespace ChatOpsBot.Storage.Audit;

/// <summary>
/// Walks the chain from its first entry and finds the first that does not hold. Others may add to it meanwhile: it walks on until it has
/// come to the head.
/// </summary>
public sealed class AuditVerifier(BotDb db)
{
    /// <summary>So often it follows a head that moves on; what is added after that is left to the next look.</summary>
    private const int MostRounds = 20;

    private readonly AuditReader _reader = new(db);
    private long _last;
    private long _erased;
    private long _timestamps;
    private byte[] _hash = new byte[AuditEncoding.HashLength];
    private (AuditFault Fault, long Eraser)? _doubt;

    /// <param name="anchor">What was written down elsewhere; null for nothing.</param>
    /// <param name="authority">Who must have signed the timestamps; null for anybody.</param>
    public async Task<AuditVerdict> VerifyAsync(AuditAnchor? anchor, X509Certificate2? authority, CancellationToken cancel)
    {
        var fault = await WalkAsync(anchor, cancel);
        if (fault is null && anchor is not null && anchor.Entries > _last)
            fault = new(
                _last + 1,
                AuditFaultKind.Truncated,
                $"entry {_last + 1} is missing: there are {_last} entries, and the anchor was taken at {anchor.Entries}");
        fault = Cause(fault) ?? await FaultOfTimestampsAsync(new(authority), cancel);
        return new(_last, _hash, _erased, _timestamps, fault);
    }

    // An erasure in doubt comes first, unless the entry that made it is what somebody changed or took away.
    private AuditFault? Cause(AuditFault? fault) =>
        _doubt is not var (doubt, eraser) ? fault
        : fault is not null && (fault.Sequence == eraser || (fault.Kind is AuditFaultKind.Truncated && fault.Sequence < eraser)) ? fault
        : doubt;

    private async Task<AuditFault?> FaultOfTimestampsAsync(TimestampCheck check, CancellationToken cancel)
    {
        await foreach (var (stamp, hash) in new TimestampStore(db).AllAsync().WithCancellation(cancel))
        {
            if (hash is null)
                return new(stamp.Sequence, AuditFaultKind.Truncated, "it is missing, and there is a timestamp of it");
            if (check.FaultOf(stamp, hash) is { } why)
                return new(stamp.Sequence, AuditFaultKind.WrongTimestamp, why);
            _timestamps++;
        }

        return null;
    }

    private async Task<AuditFault?> WalkAsync(AuditAnchor? anchor, CancellationToken cancel)
    {
        if (anchor is { Entries: 0 } && !anchor.Hash.AsSpan().SequenceEqual(_hash))
            return new(0, AuditFaultKind.WrongHead, "the anchor of an empty chain is all zeros");

        for (var round = 0; ; round++)
        {
            if (await _reader.HeadAsync(cancel) is not { } head)
                return new(_last, AuditFaultKind.WrongHead, "the head of the chain is missing in the database");
            if (await WalkToAsync(head.Sequence, anchor, cancel) is { } fault)
                return fault;
            if (head.Sequence > _last)
                return new(
                    _last + 1, AuditFaultKind.Truncated, $"entry {_last + 1} is missing: the head says that there are {head.Sequence}");
            if (!head.Hash.AsSpan().SequenceEqual(_hash))
                return new(_last, AuditFaultKind.WrongHead, $"the head says that its hash is {Convert.ToHexStringLower(head.Hash)}");
            if (round == MostRounds || (await _reader.HeadAsync(cancel))?.Sequence == _last)
                return await AppendedAsync(cancel);
        }
    }

    // An entry that is added properly moves the head in the same commit: read after it, the head has come at least as far.
    private async Task<AuditFault?> AppendedAsync(CancellationToken cancel)
    {
        var newest = await _reader.NewestAsync(cancel) ?? 0;
        var head = (await _reader.HeadAsync(cancel))?.Sequence ?? 0;
        return newest <= head ? null : new(
            await _reader.NextAsync(head, cancel) ?? newest,
            AuditFaultKind.Appended,
            "it stands after the head of the chain, which does not know it");
    }

    private async Task<AuditFault?> WalkToAsync(long end, AuditAnchor? anchor, CancellationToken cancel)
    {
        while (_last < end)
        {
            var page = await _reader.PageAsync(_last, cancel);
            if (page.Count == 0)
                return null;

            var erasers = await _reader.ErasersAsync([.. page.Select(entry => entry.ErasedBy).OfType<long>().Distinct()], cancel);
            foreach (var entry in page.TakeWhile(entry => entry.Sequence <= end || _last < end))
            {
                if (await FaultAsync(entry, erasers, cancel) is { } fault)
                    return fault;

                (_last, _hash) = (entry.Sequence, entry.Hash);
                _erased += entry.ErasedBy is null ? 0 : 1;
                if (anchor?.Entries == _last && !anchor.Hash.AsSpan().SequenceEqual(_hash))
                    return new(_last, AuditFaultKind.WrongHead, "its hash is not the one that the anchor has");
            }
        }

        return null;
    }

    private async Task<AuditFault?> FaultAsync(AuditChainEntry entry, IReadOnlySet<long> erasers, CancellationToken cancel)
    {
        if (entry.Sequence != _last + 1)
            return new(_last + 1, AuditFaultKind.Gap, $"it is missing; the next one is {entry.Sequence}");
        if (!entry.PreviousHash.AsSpan().SequenceEqual(_hash))
            return await _reader.SequenceOfAsync(entry.PreviousHash, cancel) is { } other
                ? new(entry.Sequence, AuditFaultKind.Reordered, $"it follows the entry that now is {other}, and not the one before it")
                : new(entry.Sequence, AuditFaultKind.WrongLink, "its previous hash is not the hash of the entry before it");
        if (!HasRightHash(entry))
            return new(entry.Sequence, AuditFaultKind.WrongHash, "its hash does not fit what it says");
        if (_doubt is null && entry.ErasedBy is { } by && !erasers.Contains(by))
            _doubt = (new(entry.Sequence, AuditFaultKind.WrongErasure, $"it is marked as erased by entry {by}, which erased nothing"), by);
        return EntryTexts.FaultOf(entry) ?? await FaultOfErasureAsync(entry, cancel);
    }

    private async Task<AuditFault?> FaultOfErasureAsync(AuditChainEntry entry, CancellationToken cancel) =>
        entry.Erased is { } said && await _reader.ErasedByAsync(entry.Sequence, cancel) != said
            ? new(entry.Sequence, AuditFaultKind.WrongErasure, "the entries that are marked as erased by it are not those that it erased")
            : null;

    // A text that is no Unicode was never hashed.
    private static bool HasRightHash(AuditChainEntry entry)
    {
        try
        {
            return AuditEncoding.HashOf(entry).AsSpan().SequenceEqual(entry.Hash);
        }
        catch (System.Text.EncoderFallbackException)
        {
            return false;
        }
    }
}
