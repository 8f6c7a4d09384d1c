namespace CooperationApi.Kernel;

/// <summary>How many of something may go on at once. Who finds no place is told at once.</summary>
internal abstract class Places(int most) : IDisposable
{
    private readonly SemaphoreSlim free = new(most);
    private long refused;

    public int Taken => most - free.CurrentCount;

    /// <summary>How many have found no place so far.</summary>
    public long Refused => Interlocked.Read(ref refused);

    public bool TryTake()
    {
        var taken = free.Wait(0);
        if (!taken)
        {
            Interlocked.Increment(ref refused);
        }

        return taken;
    }

    public void GiveBack() => free.Release();

    public void Dispose() => free.Dispose();
}
