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
        // In order of offsets.
        var placed = new List<Lease>();
        foreach (Lease lease in _leases.OrderByDescending(one => one.Width))
        {
            lease.Offset = 0;
            for (int i = 0; i < placed.Count; i++)
            {
                Lease other = placed[i];
                if (other.Offset >= lease.Offset + lease.Width)
                    break;
                if (lease.Meets(other))
                    lease.Offset = Math.Max(lease.Offset, other.Offset + other.Width);
            }
            int behind = 0;
            while (behind < placed.Count && placed[behind].Offset <= lease.Offset)
                behind++;
            placed.Insert(behind, lease);
        }
        return placed.Select(lease => lease.Offset + lease.Width).DefaultIfEmpty(0).Max();
    }
}
