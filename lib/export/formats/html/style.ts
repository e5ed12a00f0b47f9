/** One light theme: reports are printed and forwarded. No `<` and no `&` may stand in here. */
export const STYLE = `
:root{color-scheme:light;--ink:#23211d;--quiet:#5d584f;--line:#d8d3c9;--paper:#fff;--sunken:#f5f3ee;--accent:#234f8e}
*{box-sizing:border-box}
html{background:var(--sunken)}
body{margin:0;color:var(--ink);font:14px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;font-variant-numeric:tabular-nums}
main{max-width:60rem;margin:0 auto;padding:2.5rem 3rem;background:var(--paper)}
h1{font-size:28px;line-height:1.2;margin:0 0 1.5rem}
h2{font-size:20px;line-height:1.3;margin:2.5rem 0 .75rem}
h3{font-size:16px;margin:1.75rem 0 .5rem}
h4{font-size:14px;margin:1.25rem 0 .25rem;color:var(--quiet)}
p{margin:.5rem 0;max-width:70ch}
a{color:var(--accent)}
article{border-top:1px solid var(--line);margin-top:2.5rem}
.key{color:var(--quiet);font-weight:400;margin-inline-end:.5rem}
.facts{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.25rem 1.25rem;margin:.5rem 0}
.facts dt{color:var(--quiet)}
.facts dd{margin:0}
dd,p,li,h2,figcaption,.free{overflow-wrap:anywhere}
.wide{overflow-x:auto}
.free{min-width:9rem}
.whole,td.number{white-space:nowrap}
.words{min-width:6rem}
.fixed{font-family:ui-monospace,"Cascadia Mono","SF Mono",Menlo,Consolas,"Liberation Mono",monospace;font-size:12.5px}
.said{white-space:pre-wrap;border-inline-start:3px solid var(--line);padding-inline-start:1rem}
.quiet{color:var(--quiet)}
table{border-collapse:collapse;width:100%;margin:.75rem 0;font-size:13px}
th,td{overflow-wrap:break-word;text-align:start;vertical-align:top;padding:.3rem .75rem .3rem 0;border-bottom:1px solid var(--line)}
th{color:var(--quiet);font-weight:600}
ul{padding-inline-start:1.25rem;margin:.5rem 0}
figure{margin:1rem 0}
img{max-width:100%;height:auto;border:1px solid var(--line)}
figcaption{color:var(--quiet);font-size:12.5px}
.caption{color:var(--ink);font-size:14px}
@media (max-width:40rem){main{padding:1.25rem}.facts{grid-template-columns:1fr;gap:0}.facts dd{margin-bottom:.5rem}}
@media print{
@page{margin:16mm}
html{background:none}
body{font-size:10.5pt}
main{max-width:none;padding:0}
h1,h2,h3,h4{break-after:avoid}
thead{display:table-header-group}
tr,figure,.facts>*{break-inside:avoid}
img{max-height:220mm}
.wide{overflow-x:visible}
.free{min-width:30mm}
a{color:inherit;text-decoration:none}
}`;
