import { applyForCodes, shownCodes } from "../support/codes.ts";
import { submitFirstLicense } from "../support/filing.ts";
import { misplaced } from "../support/layout.ts";
import { bringAbout, pages } from "../support/pages.ts";
import { approve } from "../support/review.ts";
import { expect, test } from "../support/test.ts";

/** As long as a domain of two parts and a common ending can be: 63 + 1 + 51 + 3 characters. */
const domain = `${"langer-name".repeat(5)}abcdefgh.${"another-part".repeat(4)}abc.cn`;
const website = "长".repeat(60);

for (const { account, area, paths } of pages) {
  test(
    `every page of ${area ?? account ?? "a visitor"} stands right at every width`,
    { tag: "@chinese" },
    async ({ person, words }) => {
      test.slow();
      await bringAbout(paths, person, words);
      const page = await person(account);
      for (const path of paths) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        expect.soft(await misplaced(page), path).toEqual([]);
      }
    },
  );
}

test(
  "the longest values stay in their cards at every width",
  { tag: "@chinese" },
  async ({ person, authority, words, appears }) => {
    test.slow();
    expect(domain.length).toBe(118);
    const holder = await person("holder");
    await applyForCodes(holder, words, "vm-eligible", 1);
    await holder.goto("/console/codes");
    const [code = ""] = await shownCodes(holder);
    const partner = await person("partner");
    const reviewer = await person("reviewer");
    const application = await submitFirstLicense(partner, words, code, {
      domain,
      name: website,
    });
    const looksRight = async (page: typeof partner, paths: string[]) => {
      for (const path of paths) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        expect.soft(await misplaced(page), path).toEqual([]);
      }
    };
    await looksRight(partner, [
      application,
      "/console/applications",
      "/console/messages",
    ]);
    await looksRight(holder, ["/console/codes", "/console/messages"]);
    await looksRight(reviewer, [
      "/review",
      application.replace("/console", "/review"),
      "/review/codes",
    ]);
    await approve(reviewer, words, domain);
    await authority.approve(domain);
    await partner.goto(application);
    await appears(partner.getByText(words.completed).first());
    await looksRight(partner, ["/console", "/console/codes", application]);
    await partner.goto("/console");
    await partner.getByRole("link", { name: domain }).first().click();
    await expect(partner.getByRole("heading", { level: 1 })).toBeVisible();
    const site = new URL(partner.url()).pathname;
    await looksRight(partner, [site, `${site}/cancel-access`]);
    await looksRight(reviewer, ["/review/archive", "/review/codes"]);
  },
);
