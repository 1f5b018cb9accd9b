// How the page calls its program, and what becomes of the page when the program fails: it goes
// on as it does without JavaScript. This stands at the top of the program's own script.

/** How long a press of a link may wait for the program, in milliseconds. */
const PATIENCE = 30_000;

let hasFailed = false;

/** The link that was pressed last, and where the page was: the program may have taken it over. */
let pressed;

addEventListener(
  "click",
  (event) => {
    const link = event.target instanceof Element && event.target.closest("a");
    pressed = link ? { event, link, from: location.href } : undefined;
  },
  true,
);
addEventListener("popstate", () => (pressed = undefined), true);

/** Everything that calls the program, be it an event, a timer or an answer, comes through here. */
export function call(entry, ...values) {
  if (hasFailed) return undefined;
  try {
    return entry(...values);
  } catch (error) {
    fail(error);
    return undefined;
  }
}

/** Switches the program off: nobody listens any more, so links and forms are the browser's. */
export function fail(error) {
  if (hasFailed) return;
  hasFailed = true;
  console.error("The page goes on without its program.", error);
  if (!pressed) return;
  const { event, link, from } = pressed;
  const isWaitedFor =
    event.defaultPrevented && performance.now() - event.timeStamp < PATIENCE;
  if (isWaitedFor && location.href === from && link.href !== from)
    location.assign(link.href);
}
