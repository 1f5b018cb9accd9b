import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { applyForCodes, shownCodes } from "../support/codes.ts";
import { verifyCode } from "../support/filing.ts";
import { openPopUp, shop, submitCancellation } from "../support/licenses.ts";
import { pages } from "../support/pages.ts";
import { expect, test } from "../support/test.ts";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds, in a form that says what to do. */
async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(WCAG)
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
  );
}

/** A page's width may not exceed the screen's, on a phone least of all. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

for (const { account, paths } of pages) {
  test(
    `every page of ${account ?? "a visitor"} is accessible, light and dark`,
    { tag: ["@phone", "@chinese"] },
    async ({ person, words }) => {
      if (account) {
        const holder = await person("holder");
        await applyForCodes(holder, words, "vm-eligible", 2);
        await holder.goto("/console");
        await submitCancellation(holder, words, shop);
        await holder.goto("/console/codes");
        const [code = ""] = await shownCodes(holder);
        const partner = await person("partner");
        await verifyCode(partner, words, code);
        await partner.waitForURL(/\/console\/applications\/\d+\/edit/);
      }
      const page = await person(account);
      const titles = new Map<string, string>();
      for (const path of paths) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
        titles.set(path, await page.title());
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
          const where = `${path}, ${colorScheme}`;
          expect.soft(await violations(page), where).toEqual([]);
        }
        expect
          .soft(await overflow(page), `${path} is too wide`)
          .toBeLessThanOrEqual(0);
      }
      for (const title of titles.values()) expect(title).toMatch(/.+ · .+/);
    },
  );
}

test(
  "pop-ups and menus are accessible, light and dark",
  { tag: ["@phone"] },
  async ({ person, words }) => {
    const holder = await person("holder");
    for (const colorScheme of ["light", "dark"] as const) {
      await holder.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await holder.goto("/console");
      const popUp = await openPopUp(holder, words, shop);
      await expect(popUp.getByRole("heading").first()).toBeVisible();
      expect.soft(await violations(holder), colorScheme).toEqual([]);
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
