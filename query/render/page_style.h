// SPDX-License-Identifier: GPL-3.0-or-later
// The style of an answer as a web page: light, dark and on paper, for widths from 320 pixels.
// Colours have a contrast of at least 4.5 to 1 to their background (WCAG 2.1, 1.4.3).
#pragma once

namespace newsindex {

inline constexpr const char* kPageStyle = R"css(
:root{color-scheme:light dark;--ground:#fff;--text:#1b1b1b;--quiet:#595959;--link:#0b57a4;
--mark:#ffe08a;--line:#d5d5d5;--bar:#2f6db5}
@media (prefers-color-scheme:dark){:root{--ground:#16181b;--text:#e8e6e3;--quiet:#a9a9a9;
--link:#8ab8f0;--mark:#6b5200;--line:#3a3d42;--bar:#6d9fdc}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1rem;max-width:52rem;background:var(--ground);color:var(--text);
font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.4rem;line-height:1.25}
h2{font-size:1.15rem;margin:1.8rem 0 .4rem}
article{border-top:1px solid var(--line);padding:.6rem 0}
article h2{font-size:1.1rem;margin:.2rem 0;line-height:1.3}
a{color:var(--link)}
p{margin:.3rem 0}
.quiet{color:var(--quiet);font-size:.9rem}
mark{background:var(--mark);color:inherit}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.95rem}
th,td{text-align:left;padding:.2rem .6rem .2rem 0;border-bottom:1px solid var(--line);
vertical-align:top}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}
.bar{background:var(--bar);height:.8rem;min-width:1px}
td.scale{width:40%}
svg{width:100%;height:auto}
.s0{fill:var(--bar);background:var(--bar)}.s1{fill:#c2571a;background:#c2571a}
.s2{fill:#3d8b40;background:#3d8b40}.s3{fill:#8e5fb0;background:#8e5fb0}
.s4{fill:#b8860b;background:#b8860b}.s5{fill:#7a7a7a;background:#7a7a7a}
.key{display:inline-block;width:.8rem;height:.8rem;margin-left:.6rem}
svg text{fill:var(--quiet);font-size:11px}
@media print{body{max-width:none;padding:0}a{color:inherit}article{break-inside:avoid}}
)css";

}  // namespace newsindex
