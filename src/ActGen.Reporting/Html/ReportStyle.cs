namespace ActGen.Reporting.Html;

/// <summary>The style sheet: two palettes by the reader's preference, wide content scrolls inside its own box.</summary>
internal static class ReportStyle
{
    /// <summary>Colours of lines; more runs than colours begin again, dashed.</summary>
    public const int Colours = 10;

    public const string Text = """
        :root{color-scheme:light dark;--page:#f6f7f9;--card:#fff;--ink:#1c2128;--soft:#5b6470;--line:#d9dde3;--accent:#0969da;--neutral:#eef0f3;--cold:#1f6feb;--hot:#d1242f;--good:#1a7f37;
        --c0:#0969da;--c1:#cf5f00;--c2:#1a7f37;--c3:#c0262d;--c4:#8250df;--c5:#8c5a2b;--c6:#c2338f;--c7:#57606a;--c8:#8a8500;--c9:#0a8f9e}
        @media(prefers-color-scheme:dark){:root{--page:#0d1117;--card:#161b22;--ink:#e6edf3;--soft:#98a2ae;--line:#30363d;--accent:#58a6ff;--neutral:#262c34;--cold:#388bfd;--hot:#f85149;--good:#3fb950;
        --c0:#58a6ff;--c1:#f0883e;--c2:#56d364;--c3:#ff7b72;--c4:#bc8cff;--c5:#c9a27a;--c6:#f778ba;--c7:#aab4bf;--c8:#d5cf3c;--c9:#39c5cf}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
        main{max-width:1120px;margin:0 auto;padding:32px 20px 64px}
        h1{font-size:28px;line-height:1.2;margin:0 0 6px}
        h2{font-size:19px;margin:0 0 4px}
        h3{font-size:15px;margin:18px 0 6px}
        p{margin:0 0 12px}
        .soft,figcaption,.note{color:var(--soft)}
        .note{font-size:13px;max-width:105ch}
        .card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:20px 22px;margin:18px 0}
        .wide{overflow-x:auto}
        .charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,440px),1fr));gap:20px}
        figure{margin:0}
        figcaption{font-size:13px;margin:0 0 4px;font-weight:600}
        svg{display:block;width:100%;height:auto}
        svg text{font:12px system-ui,-apple-system,"Segoe UI",sans-serif;fill:var(--soft)}
        .grid{stroke:var(--line);stroke-width:1}
        .axis{stroke:var(--soft);stroke-width:1}
        .curve{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
        .thin{stroke-width:1.5;stroke-dasharray:5 4}
        .cell{stroke:var(--card);stroke-width:1.5}
        svg .value{fill:var(--ink);font-size:11px;text-anchor:middle}
        table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:14px}
        th,td{padding:5px 10px;text-align:right;border-bottom:1px solid var(--line);white-space:nowrap}
        thead th{color:var(--soft);font-weight:600;vertical-align:bottom;white-space:normal}
        th:first-child,td:first-child{text-align:left;padding-left:0}
        tbody th{font-weight:500}
        .best{font-weight:700;color:var(--good)}
        .bad{color:var(--hot);font-weight:600}
        .confusion td,.confusion thead th{text-align:center;padding:5px 6px;min-width:44px}
        .confusion td{border:1px solid var(--card)}
        .legend{display:flex;flex-wrap:wrap;gap:4px 16px;list-style:none;margin:6px 0 14px;padding:0;font-size:13px}
        .legend svg{display:inline-block;width:26px;height:10px;margin-right:6px;vertical-align:middle}
        .pictures{display:flex;flex-wrap:wrap;gap:14px}
        .pictures figure{width:112px;font-size:13px}
        .pictures img{width:112px;height:112px;object-fit:contain;image-rendering:pixelated;border:1px solid var(--line);border-radius:6px;background:#000}
        .pictures figcaption{font-weight:400;margin:4px 0 0;line-height:1.35}
        .small{display:grid;grid-template-columns:repeat(auto-fill,minmax(200px,1fr));gap:16px}
        details{margin:18px 0}
        summary{cursor:pointer;font-size:19px;font-weight:600}
        @media print{body{background:#fff}.card{break-inside:avoid}}
        """;
}
