namespace ChatOpsBot.Application.Outbox;

/// <summary>Work that goes on by itself, counted, so that its end can be waited for.</summary>
internal sealed class RunningTasks
{
    private readonly Lock _door = new();
    private readonly HashSet<Task> _tasks = [];

    public int Count
    {
        get
        {
            lock (_door)
                return _tasks.Count;
        }
    }

    public Task Add(Func<Task> work)
    {
        var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task? task = null;
        task = RunAsync();
        lock (_door)
            _tasks.Add(task);
        begin.SetResult();
        return task;

        async Task RunAsync()
        {
            await begin.Task;
            try
            {
                await work();
            }
            finally
            {
                lock (_door)
                    _tasks.Remove(task!);
            }
        }
    }

    /// <summary>Ends when nothing runs any more.</summary>
    public async Task EndedAsync()
    {
        while (true)
        {
            Task[] rest;
            lock (_door)
                rest = [.. _tasks];
            if (rest.Length == 0)
                return;
            await Task.WhenAll(rest);
        }
    }
}
