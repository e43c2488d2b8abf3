/** The page's looks, in light and dark. */
export const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d1d9e0, #3d444d); --loud: light-dark(#1a7f37, #3fb950);
  --silent: light-dark(#afb8c1, #656c76); --soft: light-dark(#59636e, #9198a1); }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 56rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
.summary { font-size: 1.15rem; }
.timeline { display: flex; align-items: flex-end; gap: 2px; height: 8rem; margin: 1rem 0 2rem; padding: 0; list-style: none;
  border-bottom: 1px solid var(--line); }
.timeline li, .timeline a { flex: 1; height: 100%; display: flex; flex-direction: column; justify-content: flex-end; }
.timeline .loud { background: var(--loud); } .timeline .silent { background: var(--silent); }
.label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
h2 small { color: var(--soft); font-weight: normal; font-size: 0.9rem; }
article { border: 1px solid var(--line); border-left: 4px solid var(--loud); border-radius: 6px; padding: 0.5rem 1rem;
  margin: 0.75rem 0; }
article.silent { border-left-color: var(--silent); }
h3 { margin: 0.25rem 0; font-size: 1rem; } h4 { margin: 0.5rem 0 0; font-size: 0.9rem; } ul { margin: 0.25rem 0; }
blockquote { margin: 0.5rem 0; padding-left: 1rem; border-left: 4px solid var(--line); white-space: pre-line; color: var(--soft); }
pre { white-space: pre-wrap; font-size: 0.85rem; }
summary { color: var(--soft); cursor: pointer; }
`;
