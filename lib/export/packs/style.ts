/** One light theme: packs are printed and forwarded. No `<` and no `&` may stand in here. Holds in a file and in a shadow root. */
export const PACK_STYLE = `
.pack{--ink:#23211d;--quiet:#5d584f;--line:#d8d3c9;--us:#0b6a63;--them:#6a3da3;--late:#ad3d0b;--accent:#234f8e;
color-scheme:light;color:var(--ink);background:#fff;box-sizing:border-box;max-width:56rem;margin:0 auto;padding:2.5rem min(3rem,3%);
font:13px/1.42 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;font-variant-numeric:tabular-nums;print-color-adjust:exact}
.pack *{box-sizing:border-box}
.pack h1{font-size:26px;line-height:1.2;margin:0 0 .75rem}
.pack h2{font-size:16px;line-height:1.3;margin:1.5rem 0 .35rem;padding-top:.6rem;border-top:1px solid var(--line)}
.pack h3{font-size:14px;margin:1.1rem 0 .25rem}
.pack p{margin:.3rem 0;max-width:76ch}
.pack p,.pack li,.pack dd,.pack h1,.pack h3,.pack .free{overflow-wrap:anywhere}
.pack a{color:var(--accent);text-underline-offset:2px}
.pack .ref{font-size:10px;vertical-align:2px;margin-inline-start:.25em;text-decoration:none;white-space:nowrap}
.pack .quiet{color:var(--quiet)}
.pack .under{display:block;color:var(--quiet);font-size:11.5px}
.pack .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.pack .said{white-space:pre-wrap;border-inline-start:3px solid var(--line);padding-inline-start:.8rem}
.pack ul,.pack ol{margin:.3rem 0;padding-inline-start:1.3rem;max-width:76ch}
.pack .boxes{list-style:none;padding:0}
.pack .boxes li::before{content:"\\2610\\00a0\\00a0"}
.pack .pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(19rem,100%),1fr));gap:0 2rem}
.pack .pair>div{min-width:0}
.pack .facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.3rem 1.5rem;margin:.4rem 0}
.pack dt{color:var(--quiet);font-size:11.5px}
.pack dd{margin:0}
/* A shade at the side where more of a table can be scrolled to. */
.pack .wide{overflow-x:auto;position:relative;background:linear-gradient(90deg,#fff 50%,#fff0) left/2rem 100% no-repeat local,
linear-gradient(270deg,#fff 50%,#fff0) right/2rem 100% no-repeat local,
linear-gradient(90deg,#23211d33,#23211d00) left/.8rem 100% no-repeat scroll,
linear-gradient(270deg,#23211d33,#23211d00) right/.8rem 100% no-repeat scroll}
.pack table{border-collapse:collapse;width:100%;margin:.4rem 0;font-size:12px;position:relative}
.pack th,.pack td{text-align:start;vertical-align:top;padding:.22rem .5rem .22rem 0;border-bottom:1px solid var(--line);overflow-wrap:break-word}
.pack .annex table{font-size:11px}
.pack .annex .under{font-size:10.5px}
.pack thead th{color:var(--quiet);font-weight:600;vertical-align:bottom}
.pack tbody th{font-weight:400}
.pack thead .us{color:var(--us)}
.pack thead .them{color:var(--them)}
.pack tbody .whole,.pack td.number{white-space:nowrap}
.pack .free{min-width:8rem}
.pack .few{min-width:5.25rem}
.pack .blanks .number{width:3rem}
.pack .fixed{font-family:ui-monospace,"Cascadia Mono","SF Mono",Menlo,Consolas,"Liberation Mono",monospace;font-size:10.5px;overflow-wrap:anywhere}
.pack .numbers{font-size:10.5px;overflow-wrap:normal;min-width:4rem}
.pack .blanks td{height:1.75rem;color:var(--quiet)}
.pack .blanks th+th,.pack .blanks td+td{border-inline-start:1px solid var(--line);padding-inline-start:.5rem}
.pack .chart{display:block;width:100%;height:auto;margin:.5rem 0}
.pack .chart text{fill:#fff;font-size:20px;font-weight:600}
.pack figure{margin:.9rem 0;max-width:100%}
.pack img{display:block;width:auto;height:auto;max-width:100%;border:1px solid var(--line)}
.pack figcaption{margin-top:.25rem;overflow-wrap:anywhere}
.side-us,.ball-us{fill:#0b6a63}
.side-provider,.ball-them{fill:#6a3da3}
.side-nobody{fill:#eceae4}
.ball-us-soft{fill:#cfe5e3;stroke:#0b6a63;stroke-width:1.5;stroke-dasharray:4 3}
.ball-them-soft{fill:#e6dcf3;stroke:#6a3da3;stroke-width:1.5}
.ball-third{fill:#e3e8d3;stroke:#5c6838;stroke-width:1.5;stroke-dasharray:4 3}
.ball-agreed{fill:#5c6838}
.gap{stroke:#8a8479;stroke-width:2}
.middle{stroke:#8a8479}
.tick{stroke:#23211d;stroke-width:1.5}
.flag{fill:#fff;stroke:#23211d;stroke-width:1.5}
.flag.late{fill:#ad3d0b;stroke:#ad3d0b}
@media (max-width:44rem){.pack{padding:1.25rem}.pack h1{font-size:21px}}
@media print{
.pack{max-width:none;padding:0;font-size:9pt;line-height:1.3}
.pack h1{font-size:16pt;margin-bottom:3pt}
.pack h2{font-size:11pt;margin:5pt 0 2pt;padding-top:3pt}
.pack .pair .quiet{font-size:8pt}
.pack h3{font-size:9.5pt;margin:4pt 0 1pt}
.pack table,.pack .annex table{font-size:8pt;margin:2pt 0}
.pack th,.pack td{padding:1.4pt 6pt 1.4pt 0}
.pack .few{min-width:6rem}
.pack .ref{font-size:6.5pt}
.pack .under,.pack .annex .under,.pack dt{font-size:7.5pt}
.pack .fixed,.pack .numbers{font-size:7pt}
.pack .chart{margin:3pt 0}
.pack p,.pack ul,.pack ol{max-width:none;margin:2pt 0}
.pack .facts{grid-template-columns:repeat(3,1fr);gap:2pt 12pt}
.pack .wide{overflow:visible;background:none}
.pack .pair{grid-template-columns:repeat(2,minmax(0,1fr));gap:0 12pt}
.pack ul{break-inside:avoid}
.pack .blanks td{height:16pt}
.pack figure{margin:6pt 0;break-inside:avoid}
.pack img{max-height:125mm}
.pack .annex{break-before:page}
.pack h1,.pack h2,.pack h3{break-after:avoid}
.pack thead{display:table-header-group;break-after:avoid}
.pack .bar{break-after:avoid}
.pack tbody tr:first-child{break-before:avoid}
.pack tr,.pack .facts>div,.pack .chart{break-inside:avoid}
.pack a{color:inherit;text-decoration:none}
}`;

/** What belongs to the page itself, which a shadow root has none of. */
export const PACK_PAGE_STYLE = `
html{background:#f5f3ee}body{margin:0}main{background:#fff}
@media print{@page{margin:11mm 15mm}html{background:none}}`;
