namespace ActGen.Generator.Planning;

/// <summary>Where one value after another lies: memory that the caller gave, or a lease of the workspace.</summary>
internal sealed class Store
{
    private readonly Slot? _given;

    private Store(Slot given) => _given = given;

    public Store(Lease lease) => Lease = lease;

    /// <summary>The lease; null for memory of the caller.</summary>
    public Lease? Lease { get; private set; }

    /// <summary>Until which stage nobody may overwrite what lies there: the place of a stage, or <see cref="int.MaxValue"/> for ever.</summary>
    public int HeldUntil { get; private set; } = -1;

    public static Store Input(int width)
    {
        var store = new Store(Slot.Input(width));
        store.Hold(int.MaxValue);
        return store;
    }

    public static Store Output(int width) => new(Slot.Output(width));

    public static Store InputGradient(int width) => new(Slot.InputGradient(width));

    public static Store OutputGradient(int width) => new(Slot.OutputGradient(width));

    /// <summary>Nobody may overwrite it before that stage, or ever.</summary>
    public void Hold(int until = int.MaxValue) => HeldUntil = Math.Max(HeldUntil, until);

    /// <summary>It is touched then.</summary>
    public void Touch(int time) => Lease?.Extend(time);

    /// <summary>Its place, once the leases have theirs.</summary>
    public Slot Slot => _given ?? new Slot(Place.Buffer, Lease!.Name, Lease.Offset, Lease.Width);
}
