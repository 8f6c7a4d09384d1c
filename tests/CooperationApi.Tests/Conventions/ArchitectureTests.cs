using System.Text.RegularExpressions;
using NetArchTest.Rules;

namespace CooperationApi.Tests.Conventions;

/// <summary>Program knows the slices, slices know the kernel, and nobody knows anybody else.</summary>
public sealed class ArchitectureTests
{
    private const string Kernel = "CooperationApi.Kernel";

    private static readonly Types Service = Types.InAssembly(typeof(Program).Assembly);

    public static TheoryData<string> Slices => [.. SliceNames()];

    [Theory]
    [MemberData(nameof(Slices))]
    public void A_slice_imports_no_other_slice(string slice)
    {
        var others = TypesOf(SliceNames().Where(other => other != slice));
        var broken = Service.That().ResideInNamespaceMatching($"^{Regex.Escape(slice)}$").ShouldNot().HaveDependencyOnAny(others).GetResult();
        Assert.True(broken.IsSuccessful, $"{slice} imports another slice: {string.Join(", ", broken.FailingTypeNames ?? [])}");
    }

    [Fact]
    public void The_kernel_imports_no_slice()
    {
        var broken = Service.That().ResideInNamespace(Kernel).ShouldNot().HaveDependencyOnAny(TypesOf(SliceNames())).GetResult();
        Assert.True(broken.IsSuccessful, $"The kernel imports a slice: {string.Join(", ", broken.FailingTypeNames ?? [])}");
    }

    [Theory]
    [MemberData(nameof(Slices))]
    public void Every_slice_has_the_same_files(string slice)
    {
        var types = typeof(Program).Assembly.GetTypes().Where(type => type.Namespace == slice).Select(type => type.Name).ToList();

        // Changes have one order; imports are asked for one by one.
        string[] endings = slice switch
        {
            "CooperationApi.Imports" => ["Endpoints", "Store"],
            "CooperationApi.Changes" => ["Endpoints", "Store", "Filter", "FilterValidator"],
            _ => ["Endpoints", "Store", "Filter", "FilterValidator", "Sort"],
        };
        foreach (var ending in endings)
        {
            Assert.Contains(types, name => name.EndsWith(ending, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void There_are_seventeen_slices() => Assert.Equal(17, SliceNames().Count);

    // By their types, because the folder of one slice may lie in that of another.
    private static string[] TypesOf(IEnumerable<string> slices) =>
        [.. typeof(Program).Assembly.GetTypes().Where(type => slices.Contains(type.Namespace)).Select(type => type.FullName!)];

    private static List<string> SliceNames() =>
        [.. typeof(Program).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Endpoints", StringComparison.Ordinal) && type.Namespace != Kernel)
            .Select(type => type.Namespace!)
            .Distinct()];
}
