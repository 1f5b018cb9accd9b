import { violations, wear } from "../support/axe.ts";
import { submitCancellation, shop } from "../support/licenses.ts";
import { approve } from "../support/review.ts";
import { expect, test } from "../support/test.ts";
import { wordsOf } from "../support/words.ts";

test(
  "whoever plays the authority reads what was reported, in either language, and finds the way back",
  { tag: ["@phone", "@no-javascript", "@chinese"] },
  async ({ person, authority, words, server, locale, appears }) => {
    const holder = await person("holder");
    await holder.goto("/console");
    await submitCancellation(holder, words, shop);
    await approve(await person("reviewer"), words, shop.domain);
    await appears(
      holder.getByText(words.submittedToCompetentAuthority).first(),
    );

    const page = await person();
    const report = page.getByRole("article").filter({ hasText: shop.domain });
    await expect(async () => {
      await page.goto(server.authorityUrl);
      const button = report.getByRole("button", { name: words.approve });
      await expect(button).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 30_000 });
    const facts = report.first();
    for (const said of ["203.0.113.10", shop.licenseNumber, "Example Shop"])
      await expect(facts).toContainText(said);
    const document = facts.getByText("<Zxlb>2</Zxlb>");
    await expect(document).toBeHidden();
    await facts.locator("summary").click();
    await expect(document).toBeVisible();

    const other = wordsOf(locale === "zh-CN" ? "en-US" : "zh-CN");
    await page.getByRole("button", { name: words.otherLanguage }).click();
    await expect(
      facts.getByRole("button", { name: other.approve }),
    ).toBeVisible();
    await page.getByRole("button", { name: other.otherLanguage }).click();
    await expect(
      facts.getByRole("button", { name: words.approve }),
    ).toBeVisible();

    await authority.approve(shop.domain);
    await appears(holder.getByText(words.completed).first());
    await page.getByRole("banner").getByRole("link").click();
    await expect(page).toHaveURL(`${server.url}/`);
  },
);

test(
  "the authority simulator's page is accessible and fits, light and dark",
  { tag: ["@phone", "@chinese"] },
  async ({ person, authority, words, server }) => {
    const page = await person();
    const check = async (what: string) => {
      for (const summary of await page.locator("summary").all())
        await summary.click();
      for (const colorScheme of ["light", "dark"] as const) {
        await wear(page, colorScheme);
        const where = `${what}, ${colorScheme}`;
        expect.soft(await violations(page), where).toEqual([]);
      }
      const size = page.viewportSize();
      await page.setViewportSize({ width: 320, height: 800 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect.soft(overflow, `${what} is too wide`).toBeLessThanOrEqual(0);
      if (size) await page.setViewportSize(size);
    };
    await page.goto(server.authorityUrl);
    await check("with nothing to decide");

    const holder = await person("holder");
    await holder.goto("/console");
    await submitCancellation(holder, words, shop);
    await approve(await person("reviewer"), words, shop.domain);
    const button = page.getByRole("button", { name: words.reject });
    await expect(async () => {
      await page.goto(server.authorityUrl);
      await expect(button).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 30_000 });
    await check("with a report");
    await button.click();
    await expect(page.getByRole("alert")).toBeVisible();
    await check("with a refusal that lacks its reason");
    await authority.approve(shop.domain);
    await page.goto(server.authorityUrl);
    await check("with an answer");
  },
);
