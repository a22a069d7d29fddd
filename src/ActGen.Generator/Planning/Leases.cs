namespace ActGen.Generator.Planning;

/// <summary>The workspace of a pass: values that are never in use at the same time share memory.</summary>
internal sealed class Leases
{
    private readonly List<Lease> _leases = [];

    public Lease Take(string name, int width, int first)
    {
        var lease = new Lease(name, width, first);
        _leases.Add(lease);
        return lease;
    }

    /// <summary>Gives each its place, the widest first, as far in front as those allow that it meets: the best of the simple orders (Pisarchyk and Lee 2020,
    /// "Efficient Memory Management for Deep Neural Net Inference").</summary>
    /// <returns>Elements per row of all together.</returns>
    public int Arrange()
    {
        var placed = new List<Lease>();
        foreach (Lease lease in _leases.OrderByDescending(one => one.Width))
        {
            lease.Offset = 0;
            foreach (Lease other in placed.Where(lease.Meets).OrderBy(one => one.Offset))
            {
                if (lease.Offset + lease.Width > other.Offset)
                    lease.Offset = Math.Max(lease.Offset, other.Offset + other.Width);
            }
            placed.Add(lease);
        }
        return placed.Select(lease => lease.Offset + lease.Width).DefaultIfEmpty(0).Max();
    }
}
