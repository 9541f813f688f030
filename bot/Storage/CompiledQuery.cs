using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ChatOpsBot.Storage;

/// <summary>
/// A query of every turn, compiled once. EF Core compiles for a model, and one process may hold those of two databases (EF Core
/// documentation, "Compiled queries").
/// </summary>
internal sealed class CompiledQuery<TQuery>(Func<TQuery> compile)
    where TQuery : class
{
    private readonly ConditionalWeakTable<IModel, TQuery> _byModel = [];

    public TQuery For(BotDb db) => _byModel.GetValue(db.Model, _ => compile());
}
