import { Html, html } from "../../plan/media/html.ts";
import type { Post } from "../../pipeline/replay/post.ts";
import type { Replay } from "../../pipeline/replay/replay.ts";
import { describeSummary, summarize } from "../../pipeline/replay/summary.ts";
import { describeAction, describePost, newestFirst } from "./describe-post.ts";
import { STYLE } from "./style.ts";
import { withoutMarks } from "./without-marks.ts";

const NONE = html``;

/** A replay as one page that loads nothing and runs nothing: the figures, a timeline, then each post, newest first. */
export function replayHtml(replay: Replay): string {
  const summary = describeSummary(summarize(replay));
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>What past minutes would have posted</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<main>
<h1>What past minutes would have posted</h1>
<p class="summary">${summary}</p>
${timeline(replay)}
${all(newestFirst(replay.posts).map(section))}
</main>
</body>
</html>
`;
  return page.text;
}

/** A column for each meeting, as high as it has notifications; silent changes are lighter. */
function timeline({ pushes, posts }: Replay): Html {
  if (posts.length === 0) return NONE;
  const byPush = Map.groupBy(posts, ({ push }) => push);
  const most = Math.max(...[...byPush.values()].map((own) => own.length));
  const columns = pushes.map(({ date, path }, index) => {
    const own = byPush.get(index + 1) ?? [];
    const loud = own.filter(({ notifies }) => notifies).length;
    const what = `${date ?? path}: ${loud} with a notification, ${own.length - loud} silent`;
    const bars = html`<span class="silent" style="height:${percent(own.length - loud, most)}"></span><span class="loud" style="height:${percent(loud, most)}"></span>`;
    return own.length === 0
      ? html`<li title="${what}"><span class="label">${what}</span></li>`
      : html`<li title="${what}"><a href="#push-${String(index + 1)}"><span class="label">${what}</span>${bars}</a></li>`;
  });
  return html`<ol class="timeline" aria-label="Posts by meeting">${all(columns)}</ol>`;
}

function percent(count: number, most: number): string {
  return `${Math.round((100 * count) / most)}%`;
}

function section(posts: readonly [Post, ...Post[]]): Html {
  const [{ push, date, path }] = posts;
  return html`<section id="push-${String(push)}">
<h2>${date ?? "No date"} <small>${path}</small></h2>
${all(posts.map(article))}
</section>
`;
}

function article(post: Post): Html {
  const { decisions = [], actions = [], quote = "", body } = post;
  const details = post.do === "issue" ? describeAction(post) : "";
  return html`<article class="${post.notifies ? "loud" : "silent"}">
<h3>${describePost(post)}</h3>
${details === "" ? NONE : html`<p>${details}</p>`}
${bullets("Decided", decisions)}${bullets("To do", actions)}
${quote === "" ? NONE : html`<blockquote>${quote}</blockquote>`}
${body === undefined ? NONE : html`<details><summary>Whole text</summary><pre>${withoutMarks(body)}</pre></details>`}
</article>
`;
}

function bullets(title: string, texts: readonly string[]): Html {
  if (texts.length === 0) return NONE;
  return html`<h4>${title}</h4><ul>${all(texts.map((text) => html`<li>${text}</li>`))}</ul>`;
}

function all(parts: readonly Html[]): Html {
  return new Html(parts.map(({ text }) => text).join(""));
}
