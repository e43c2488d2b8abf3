// Runs in the page: writes down into `seen` how long keystrokes and frames take from now on, in milliseconds.
(() => {
  const seen = { frames: [], keys: [] };
  globalThis.seen = seen;
  // From a keystroke to the end of the frame that shows it.
  document.addEventListener(
    "beforeinput",
    () => {
      const pressed = performance.now();
      requestAnimationFrame(() => setTimeout(() => seen.keys.push(performance.now() - pressed), 0));
    },
    { capture: true },
  );
  let last = performance.now();
  const onFrame = (now) => {
    seen.frames.push(now - last);
    last = now;
    requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
})();
