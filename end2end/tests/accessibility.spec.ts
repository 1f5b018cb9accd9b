import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { violations, wear } from "../support/axe.ts";
import { applyForCodes, shownCodes } from "../support/codes.ts";
import { verifyCode } from "../support/filing.ts";
import { shop } from "../support/licenses.ts";
import { bringAbout, pages } from "../support/pages.ts";
import { expect, test } from "../support/test.ts";

/** A page's width may not exceed the screen's, on a phone least of all. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

test("the list of pages has every address of the product", async () => {
  const routes = await readFile("../app/src/routes.rs", "utf8");
  const addresses = [...routes.matchAll(/\/\/\/ (.+)\n.+ => "(.+)";/g)]
    .filter(([, what]) => !what?.startsWith("POST only"))
    .map(([, , pattern = ""]) => pattern);
  expect(addresses).toContain("/review/applications/:id");
  const paths = pages.flatMap(({ paths }) => paths);
  const isVisited = (pattern: string) => {
    const address = new RegExp(`^${pattern.replace(":id", "\\d+")}(\\?|$)`);
    return paths.some((path) => address.test(path));
  };
  // Have tests of their own: step by step, and once an access has ended.
  const steps = "/console/applications/:id/edit";
  const record = "/console/archive/:id";
  expect(addresses.filter((pattern) => !isVisited(pattern))).toEqual([
    record,
    steps,
  ]);
});

for (const { account, area, paths } of pages) {
  test(
    `every page of ${area ?? account ?? "a visitor"} is accessible, light and dark`,
    { tag: ["@phone", "@chinese"] },
    async ({ person, words }) => {
      await bringAbout(paths, person, words);
      const page = await person(account);
      for (const path of paths) {
        await page.goto(path);
        await expect(page).toHaveTitle(/.+ · .+/);
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
        for (const colorScheme of ["light", "dark"] as const) {
          await wear(page, colorScheme);
          const where = `${path}, ${colorScheme}`;
          expect.soft(await violations(page), where).toEqual([]);
        }
        const tooWide = `${path} is too wide`;
        expect.soft(await overflow(page), tooWide).toBeLessThanOrEqual(0);
      }
    },
  );
}

test(
  "every step of an application is accessible, light and dark",
  { tag: ["@phone"] },
  async ({ person, words }) => {
    const holder = await person("holder");
    await applyForCodes(holder, words, "vm-eligible", 1);
    await holder.goto("/console/codes");
    const [code = ""] = await shownCodes(holder);
    const partner = await person("partner");
    await verifyCode(partner, words, code);
    await partner.waitForURL(/\/console\/applications\/\d+\/edit/);
    const order = new URL(partner.url()).pathname;
    for (const step of ["verify", "entity", "website", "check"]) {
      await partner.goto(`${order}?step=${step}`);
      await expect(partner).toHaveTitle(/.+ · .+/);
      for (const colorScheme of ["light", "dark"] as const) {
        await wear(partner, colorScheme);
        const where = `${step}, ${colorScheme}`;
        expect.soft(await violations(partner), where).toEqual([]);
      }
      const tooWide = `${step} is too wide`;
      expect.soft(await overflow(partner), tooWide).toBeLessThanOrEqual(0);
    }
  },
);

test("the main job is done with the keyboard alone", async ({
  person,
  words,
}) => {
  const holder = await person("holder");
  await holder.goto("/console");
  await holder.keyboard.press("Tab");
  await expect(holder.locator(":focus")).toHaveAttribute("href", "#content");
  await holder.keyboard.press("Enter");

  const focused = () =>
    holder.evaluate(() => document.activeElement?.textContent ?? "");
  const tabTo = async (name: string) => {
    for (let step = 0; step < 60; step += 1) {
      await holder.keyboard.press("Tab");
      if ((await focused()).includes(name)) return;
    }
    throw new Error(`${name} cannot be reached with the Tab key`);
  };
  await tabTo(`${words.more} ${shop.domain}`);
  await holder.keyboard.press("Enter");
  await tabTo(words.cancelAccess);
  await holder.keyboard.press("Enter");
  await expect(holder.getByRole("dialog")).toBeVisible();
  await tabTo(words.ok);
  await holder.keyboard.press("Enter");
  await expect(holder).toHaveURL(/\/cancel-access/);
});
