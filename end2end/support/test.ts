import { writeFile } from "node:fs/promises";
import {
  test as base,
  expect,
  type Locator,
  type Page,
} from "@playwright/test";
import type { Account } from "./accounts.ts";
import { Authority } from "./authority.ts";
import { loggedIn, templateFolder } from "./prepare.ts";
import { LicenseServer } from "./server.ts";
import { wordsOf, type Words } from "./words.ts";

interface Fixtures {
  /** A server of this test's own, so that tests cannot disturb each other. */
  server: LicenseServer;
  words: Words;
  /** A browser of its own for somebody who has logged in; nobody in particular without a name. */
  person: (account?: Account) => Promise<Page>;
  /** The person who plays the competent authority. */
  authority: Authority;
  /**
   * Waits for something that others bring about. An open page shows it by itself; without
   * JavaScript one has to reload.
   */
  appears: (what: Locator) => Promise<void>;
}

/**
 * What the browser says on its own: about an answer such as 404 or 422, which pages give on
 * purpose, and about what was loaded for a page that was left before it could be used.
 */
const HARMLESS =
  /^Failed to load resource: the server responded with a status of 4\d\d|was preloaded using link preload but not used/;

export const test = base.extend<Fixtures>({
  server: async ({}, use, testInfo) => {
    const server = await LicenseServer.startWithCopy(templateFolder());
    await use(server);
    if (testInfo.status !== testInfo.expectedStatus)
      await writeFile(testInfo.outputPath("server.log"), server.log());
    await server.stopAndRemove();
  },

  baseURL: async ({ server }, use) => use(server.url),

  words: async ({ locale }, use) => use(wordsOf(locale)),

  person: async ({ browser, baseURL }, use) => {
    const complaints: string[] = [];
    const pages: Page[] = [];
    await use(async (account) => {
      const context = await browser.newContext({
        baseURL,
        storageState: account && loggedIn(account),
        permissions: ["clipboard-read", "clipboard-write"],
      });
      const page = await context.newPage();
      pages.push(page);
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
        const isComplaint = ["error", "warning"].includes(message.type());
        if (isComplaint && !HARMLESS.test(message.text()))
          complaints.push(`${message.text()} (${message.location().url})`);
      });
      return page;
    });
    for (const page of pages) await page.context().close();
    expect(complaints, "the browser complained").toEqual([]);
  },

  authority: async ({ person, server, words }, use) =>
    use(new Authority(await person(), server.authorityUrl, words)),

  appears: async ({ javaScriptEnabled }, use) =>
    use(async (what) => {
      if (javaScriptEnabled) {
        await expect(what).toBeVisible();
        return;
      }
      await expect(async () => {
        await what.page().reload();
        await expect(what).toBeVisible({ timeout: 500 });
      }).toPass({ timeout: 30_000 });
    }),
});

export { expect };
