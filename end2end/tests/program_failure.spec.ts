import type { Page } from "@playwright/test";
import { submitCancellation, openPopUp, shop } from "../support/licenses.ts";
import { loggedIn } from "../support/prepare.ts";
import { expect, test as base } from "../support/test.ts";

/** What a page whose program fails may say, once. */
const FAILURE = /^The page goes on without its program/;

const test = base.extend<{
  /** A holder's browser that may complain, and how often each of its pages said that it failed. */
  failing: { page: Page; failures: () => string[] };
}>({
  failing: async ({ browser, baseURL }, use) => {
    const context = await browser.newContext({
      baseURL,
      storageState: loggedIn("holder"),
    });
    const page = await context.newPage();
    const said: string[] = [];
    page.on("console", (message) => {
      if (FAILURE.test(message.text())) said.push(message.text());
    });
    page.on("pageerror", (error) => said.push(error.message));
    await use({ page, failures: () => said });
    await context.close();
  },
});

/** What a browser's translator does to a page, before the page comes to life. */
function translate() {
  document.addEventListener("readystatechange", () => {
    if (document.readyState !== "interactive") return;
    const walker = document.createTreeWalker(
      document.body,
      NodeFilter.SHOW_TEXT,
    );
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (!text.data.trim() || text.parentElement?.closest("script")) continue;
      const outer = document.createElement("font");
      const inner = document.createElement("font");
      text.replaceWith(outer);
      outer.append(inner);
      inner.append(text);
    }
  });
}

const mark = (page: Page) =>
  page.evaluate(() => void Object.assign(window, { mark: true }));

const isSamePage = (page: Page) => page.evaluate(() => "mark" in window);

test("a page that was translated before it came to life works as without JavaScript", async ({
  failing: { page, failures },
  words,
}) => {
  await page.addInitScript(translate);
  await page.goto("/console");
  await expect.poll(failures).toHaveLength(1);
  await mark(page);
  await page.getByRole("link", { name: words.messages }).click();
  await expect(page).toHaveURL(/\/console\/messages$/);
  expect(await isSamePage(page)).toBe(false);

  await page.goto("/console");
  await submitCancellation(page, words, shop);
  await expect(page.getByText(words.inProviderReview).first()).toBeVisible();
});

test("after a panic nobody listens, and links and forms are the browser's", async ({
  failing: { page, failures },
  words,
}) => {
  // As Safari does after a hundred of them; the program does not expect it.
  await page.addInitScript(() => {
    history.pushState = () => {
      throw new DOMException("refused", "SecurityError");
    };
  });
  const isAlive = page.waitForRequest(/\/events\?/);
  await page.goto("/console");
  await isAlive;

  // The link that was pressed is followed all the same.
  const popUp = await openPopUp(page, words, shop);
  await expect(page).toHaveURL(/dialog=/);
  await expect.poll(failures).toHaveLength(1);

  // Esc closes a dialog of the program, which fails at it; then the link is a plain one.
  await expect
    .poll(() => popUp.evaluate((dialog) => dialog.matches(":modal")))
    .toBe(true);
  await page.keyboard.press("Escape");
  await expect.poll(failures).toHaveLength(2);
  await mark(page);
  await popUp.getByRole("link", { name: words.giveUp, exact: true }).click();
  await expect(popUp).toBeHidden();
  await expect(page).toHaveURL(/\/console$/);
  expect(await isSamePage(page)).toBe(false);
});

test("modules that do not come, and a browser without WebAssembly, leave a plain page", async ({
  failing: { page, failures },
  words,
}) => {
  const isAlive = page.waitForRequest(/\/events\?/);
  await page.goto("/console");
  await isAlive;
  await page.route(/\.modules$|\.wasm$/, (route) => route.abort());
  await mark(page);
  await page.getByRole("link", { name: words.messages }).click();
  await expect(page).toHaveURL(/\/console\/messages$/);
  expect(await isSamePage(page)).toBe(false);
  await expect.poll(() => failures().length).toBeGreaterThan(0);

  await page.unrouteAll();
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, "WebAssembly");
  });
  const before = failures().length;
  await page.goto("/console");
  await expect.poll(failures).toHaveLength(before + 1);
  const popUp = await openPopUp(page, words, shop);
  await popUp.getByRole("button", { name: words.ok, exact: true }).click();
  // A form without fields ends the address with a question mark.
  await expect(page).toHaveURL(/\/cancel-access\??$/);
});
