import type { Page } from "@playwright/test";

/** From the narrowest phone that WCAG knows of to a wide screen. */
const WIDTHS = [
  320, 390, 768, 820, 1024, 1100, 1152, 1200, 1280, 1440, 1920,
] as const;

/**
 * What stands wrong on the page that is open, at any width: it scrolls sideways, something
 * leaves its card or dialog, or an address, a number or a code is broken in two. The page is
 * resized, not loaded again.
 */
export async function misplaced(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const faults = await page.evaluate(look);
    found.push(...faults.map((fault) => `${width} px: ${fault}`));
  }
  if (before) await page.setViewportSize(before);
  return found;
}

/** Runs in the page. */
async function look(): Promise<string[]> {
  /** What reads as something else when it is broken: addresses, codes, numbers. */
  const WHOLE =
    /\b\d{1,3}(?:\.\d{1,3}){3}\b|\b[0-9A-Z]{5}(?:-[0-9A-Z…•]{1,5}){2,3}\b|\b[A-Z]{2}-\d{8}-\d{4}\b|[\u4e00-\u9fff]ICP备\d{8}号(?:-\d+)?/g;
  const drawn = () =>
    new Promise((done) => requestAnimationFrame(() => done(undefined)));
  await drawn();
  await drawn();

  const faults: string[] = [];
  const name = (element: Element) =>
    `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}"> ${(element.textContent ?? "").trim().slice(0, 60)}`;
  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    element.closest(".sr-only, [popover]:not(:popover-open)") === null &&
    // The headings of a table that is drawn as cards are for screen readers.
    (element.closest("thead")?.getBoundingClientRect().width ?? 9) > 2;

  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.querySelectorAll("body *")].filter(
      (element) =>
        isShown(element) &&
        element.getBoundingClientRect().right > root.clientWidth + 1,
    );
    const innermost = wide.at(-1);
    faults.push(
      `the page scrolls sideways: ${innermost ? name(innermost) : "?"}`,
    );
  }

  for (const card of document.querySelectorAll(
    ".card-box, .card-frame, dialog[open]",
  )) {
    if (!isShown(card)) continue;
    const { left, right } = card.getBoundingClientRect();
    for (const inner of card.querySelectorAll("*")) {
      if (!isShown(inner)) continue;
      const box = inner.getBoundingClientRect();
      if (box.width < 2 || box.height < 2) continue;
      if (box.right > right + 1 || box.left < left - 1) {
        faults.push(`leaves its card: ${name(inner)}`);
        break;
      }
    }
  }

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const parent = text.parentElement;
    if (!parent || !isShown(parent) || parent.closest("script, style"))
      continue;
    const card = parent.closest(".card-box, .card-frame, dialog[open]");
    const all = document.createRange();
    all.selectNodeContents(text);
    const box = all.getBoundingClientRect();
    const edge = card?.getBoundingClientRect().right ?? Infinity;
    if (box.width > 2 && box.right > edge + 1)
      faults.push(`its text leaves the card: ${name(parent)}`);
    for (const match of (text.textContent ?? "").matchAll(WHOLE)) {
      const range = document.createRange();
      range.setStart(text, match.index);
      range.setEnd(text, match.index + match[0].length);
      const lines = new Set(
        [...range.getClientRects()]
          .filter(({ width }) => width > 0)
          .map(({ top }) => Math.round(top / 4)),
      );
      if (lines.size > 1) faults.push(`broken: ${match[0]} in ${name(parent)}`);
    }
  }
  return faults;
}
