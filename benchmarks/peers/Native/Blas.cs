using System.Runtime.InteropServices;

namespace ActGen.Peers.Native;

/// <summary>Matrix products of the native libraries that frameworks stand on: oneDNN and OpenBLAS, both row-major on the caller's memory.</summary>
internal static unsafe partial class Blas
{
    private const string OneDnn = "libdnnl.so.2", OpenBlas = "libopenblas.so.0", OpenMp = "libgomp.so.1";
    private const int RowMajor = 101, NoTranspose = 111;

    public static bool HasOneDnn { get; } = NativeLibrary.TryLoad(OneDnn, out _) && NativeLibrary.TryLoad(OpenMp, out _);

    public static bool HasOpenBlas { get; } = NativeLibrary.TryLoad(OpenBlas, out _);

    /// <summary>The processor whose kernels OpenBLAS takes.</summary>
    public static string OpenBlasCore => Marshal.PtrToStringUTF8(GetOpenBlasCore())!;

    /// <summary>Threads of one product.</summary>
    public static void UseThreads(int threads)
    {
        if (HasOneDnn)
            SetOpenMpThreads(threads);
        if (HasOpenBlas)
            SetOpenBlasThreads(threads);
    }

    /// <summary>C = A·B by oneDNN.</summary>
    public static void OneDnnMultiply(float* a, float* b, float* c, int rows, int inner, int columns) =>
        _ = DnnlSgemm((byte)'N', (byte)'N', rows, columns, inner, 1, a, inner, b, columns, 0, c, columns);

    /// <summary>C = A·B by OpenBLAS.</summary>
    public static void OpenBlasMultiply(float* a, float* b, float* c, int rows, int inner, int columns) =>
        CblasSgemm(RowMajor, NoTranspose, NoTranspose, rows, columns, inner, 1, a, inner, b, columns, 0, c, columns);

    [LibraryImport(OneDnn, EntryPoint = "dnnl_sgemm")]
    private static partial int DnnlSgemm(byte transposeA, byte transposeB, long m, long n, long k, float alpha, float* a, long lda, float* b, long ldb, float beta, float* c, long ldc);

    [LibraryImport(OpenBlas, EntryPoint = "cblas_sgemm")]
    private static partial void CblasSgemm(int order, int transposeA, int transposeB, int m, int n, int k, float alpha, float* a, int lda, float* b, int ldb, float beta, float* c, int ldc);

    [LibraryImport(OpenBlas, EntryPoint = "openblas_set_num_threads")]
    private static partial void SetOpenBlasThreads(int threads);

    [LibraryImport(OpenBlas, EntryPoint = "openblas_get_corename")]
    private static partial nint GetOpenBlasCore();

    [LibraryImport(OpenMp, EntryPoint = "omp_set_num_threads")]
    private static partial void SetOpenMpThreads(int threads);
}
