/** The look: plain, like what people know, in light and dark, down to the width of a phone. */
export const STYLE = `
:root { color-scheme: light dark;
  --bg: light-dark(#fff, #0d1117); --soft: light-dark(#f6f8fa, #151b23); --fg: light-dark(#1f2328, #f0f6fc);
  --muted: light-dark(#59636e, #9198a1); --line: light-dark(#d1d9e0, #3d444d); --link: light-dark(#0969da, #4493f8);
  --green: light-dark(#1f883d, #238636); --purple: light-dark(#8250df, #8957e5); --red: light-dark(#cf222e, #da3633);
  --yellow: light-dark(#9a6700, #9e6a03); --gray: light-dark(#59636e, #656c76);
  --warn-bg: light-dark(#fff8c5, #2b2411); --add: light-dark(#dafbe1, #12261e); --del: light-dark(#ffebe9, #25171c);
  --hit: light-dark(#fff8c5, #3b2f0b); --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--fg); overflow-wrap: break-word;
  font: 14px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; }
a { color: var(--link); text-decoration: none; } .markdown a, p a, .banner a, .invitation a:not(.button), .muted a { text-decoration: underline; text-underline-offset: 2px; }
.unseen { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); } a:hover { text-decoration: underline; }
.banner { background: var(--warn-bg); border-bottom: 1px solid var(--line); padding: 6px 16px; text-align: center; font-size: 12px; }
.top { background: var(--soft); border-bottom: 1px solid var(--line); padding: 12px 16px 0; }
.top .name { font-size: 18px; } .top .name b { font-weight: 600; }
nav { display: flex; gap: 4px; margin-top: 10px; overflow-x: auto; }
nav a { color: var(--fg); padding: 6px 10px 8px; border-bottom: 2px solid transparent; white-space: nowrap; }
nav a.on { border-color: #fd8c73; font-weight: 600; }
main { max-width: 1216px; margin: 0 auto; padding: 24px 16px 64px; }
h1 { font-weight: 400; font-size: 28px; line-height: 1.25; margin: 0 0 8px; } h2 { font-size: 20px; margin: 24px 0 8px; }
.muted { color: var(--muted); } .small { font-size: 12px; } .mono { font-family: var(--mono); font-size: 12px; }
.count, .pill { display: inline-block; border-radius: 2em; padding: 0 8px; font-size: 12px; line-height: 20px; }
.count { background: var(--line); } .pill { border: 1px solid var(--line); color: var(--muted); }
.state { display: inline-block; border-radius: 2em; padding: 4px 12px; color: #fff; font-weight: 500; background: var(--gray); }
.state.open { background: var(--green); } .state.closed.completed, .state.merged { background: var(--purple); }
.state.closed.pull, .state.failure { background: var(--red); } .state.success { background: var(--green); }
.state.action_required, .state.in_progress { background: var(--yellow); }
.dot { display: inline-block; width: 12px; height: 12px; border-radius: 50%; margin-right: 8px; background: var(--green); flex: none; }
.dot.closed { background: var(--purple); } .dot.merged { background: var(--purple); } .dot.failure { background: var(--red); }
.label { display: inline-block; border-radius: 2em; padding: 0 10px; font-size: 12px; line-height: 20px; font-weight: 500;
  border: 1px solid rgb(0 0 0 / 15%); }
.box { border: 1px solid var(--line); border-radius: 6px; margin: 0 0 16px; background: var(--bg); }
.box > header { background: var(--soft); border-bottom: 1px solid var(--line); border-radius: 6px 6px 0 0; padding: 8px 16px; }
.box > .row { display: flex; gap: 8px; align-items: baseline; padding: 8px 16px; border-top: 1px solid var(--line); }
.box > .row:first-child { border-top: 0; } .box > .row .grow { flex: 1; min-width: 0; } .box > .pad { padding: 16px; }
.pad > :first-child { margin-top: 0; } .pad > :last-child { margin-bottom: 0; }
.title { font-weight: 600; color: var(--fg); }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) 256px; gap: 24px; }
.side > div { border-bottom: 1px solid var(--line); padding: 0 0 16px; margin: 0 0 16px; } .side h2 { font-size: 12px; color: var(--muted); margin: 0 0 8px; }
.post { display: grid; grid-template-columns: 40px minmax(0, 1fr); gap: 16px; margin: 0 0 16px; }
.post .box { margin: 0; } .post.own .box { border-color: var(--link); }
.post .avatar { width: 40px; height: 40px; } .avatar { border-radius: 50%; vertical-align: middle; width: 20px; height: 20px; }
.bot { border-radius: 6px; } .event { margin: 0 0 16px 56px; color: var(--muted); font-size: 13px; } .replies { margin: 12px 0 0 24px; }
.reaction { display: inline-block; border: 1px solid var(--line); border-radius: 2em; padding: 0 8px; font-size: 12px; margin: 0 4px 0 0; }
:target > .box, .post:target .box { box-shadow: 0 0 0 2px var(--link); }
table.code { border-collapse: collapse; width: 100%; font: 12px/20px var(--mono); tab-size: 4; }
table.code td { padding: 0 10px; vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere; }
table.code td.n { width: 1%; min-width: 44px; text-align: right; color: var(--muted); user-select: none; white-space: nowrap; }
table.code td.n a { color: inherit; } table.code tr.hit, table.code tr:target { background: var(--hit); }
tr.add { background: var(--add); } tr.del { background: var(--del); } tr.hunk { color: var(--muted); background: var(--soft); }
.progress { height: 8px; background: var(--line); border-radius: 6px; overflow: hidden; max-width: 400px; }
.progress > svg { display: block; }
button { font: inherit; font-weight: 500; color: var(--fg); background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: 5px 16px; cursor: pointer; }
button:hover, .button:hover { border-color: var(--muted); text-decoration: none; }
.button { display: inline-block; color: var(--fg); background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: 2px 12px; font-weight: 500; }
button.primary, .button.primary { color: #fff; background: var(--green); padding: 5px 16px; }
.invitation { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; border: 1px solid var(--line); border-radius: 6px; background: var(--soft); padding: 16px; margin: 0 0 24px; }
.invitation .grow { flex: 1; min-width: 14em; }
.edit { display: grid; gap: 8px; } .edit label { font-weight: 600; }
.edit textarea, .edit input { width: 100%; color: var(--fg); background: var(--bg); border: 1px solid var(--line); border-radius: 6px; padding: 8px 12px; font: 13px/1.6 var(--mono); }
.edit input { font: inherit; }
h2 .state { font-size: 14px; vertical-align: middle; }
.waiting { color: var(--muted); margin: 0; }
.markdown > :first-child { margin-top: 0; } .markdown > :last-child { margin-bottom: 0; }
.markdown h1, .markdown h2 { font-weight: 600; border-bottom: 1px solid var(--line); padding-bottom: .3em; margin: 24px 0 16px; }
.markdown h1 { font-size: 2em; } .markdown h2 { font-size: 1.5em; } .markdown h3 { font-size: 1.25em; margin: 24px 0 16px; }
.markdown blockquote { margin: 0 0 16px; padding: 0 1em; color: var(--muted); border-left: .25em solid var(--line); }
.markdown code { font: 85% var(--mono); background: light-dark(#818b981f, #656c7633); padding: .2em .4em; border-radius: 6px; }
.markdown pre { background: var(--soft); padding: 16px; border-radius: 6px; overflow: auto; } .markdown pre code { background: none; padding: 0; }
.markdown table { border-collapse: collapse; display: block; overflow: auto; } .markdown th, .markdown td { border: 1px solid var(--line); padding: 6px 13px; }
.markdown img { max-width: 100%; } .markdown ul, .markdown ol { padding-left: 2em; } .markdown hr { border: 0; border-top: 4px solid var(--line); }
.markdown .contains-task-list { list-style: none; padding-left: 1.5em; } .markdown input { margin: 0 .4em 0 -1.4em; }
@media (max-width: 768px) { .columns { grid-template-columns: minmax(0, 1fr); } .post { grid-template-columns: minmax(0, 1fr); }
  .post > .who { display: none; } .event { margin-left: 0; } main { padding: 16px 12px 48px; } h1 { font-size: 22px; } .hide { display: none; } }
`;

/** Marks the lines that the address names: `#L10` or `#L10-L12`, with columns or without. */
export const SCRIPT = `
function mark() {
  for (const row of document.querySelectorAll("tr.hit")) row.classList.remove("hit");
  const found = /^#L(\\d+)(?:C\\d+)?(?:-L(\\d+)(?:C\\d+)?)?$/.exec(location.hash);
  if (!found) return;
  const from = Number(found[1]), to = Number(found[2] ?? found[1]);
  for (let n = Math.min(from, to); n <= Math.max(from, to); n += 1) document.getElementById("L" + n)?.classList.add("hit");
  document.getElementById("L" + Math.min(from, to))?.scrollIntoView({ block: "center" });
}
addEventListener("hashchange", mark);
// A page that waits for the app looks again by itself.
if (document.querySelector("[data-again]")) setTimeout(() => location.reload(), 700);
mark();
`;
