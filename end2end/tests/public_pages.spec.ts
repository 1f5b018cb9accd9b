import { violations, wear } from "../support/axe.ts";
import { misplaced } from "../support/layout.ts";
import { expect, test } from "../support/test.ts";

test(
  "the public page says what can be done, how long it takes, and whom to ask",
  { tag: ["@no-javascript", "@phone", "@chinese"] },
  async ({ person, words }) => {
    const visitor = await person();
    await visitor.goto("/");
    for (const heading of [words.fileALicense, words.howItWorks])
      await expect(
        visitor.getByRole("heading", { name: heading, exact: true }),
      ).toBeVisible();
    const main = visitor.getByRole("main");
    await expect(main.locator('a[href="tel:400-000-0000"]')).toBeVisible();
    await expect(main.locator('a[href^="mailto:"]')).toBeVisible();

    const answer = main.getByText(words.free);
    await expect(answer).toBeHidden();
    await main.getByText(words.whatDoesItCost).click();
    await expect(answer).toBeVisible();

    await main
      .getByRole("link", { name: words.fileALicense, exact: true })
      .click();
    await expect(visitor).toHaveURL(
      /\/login\?next=\/console\/applications\/new$/,
    );
    await visitor.goBack();
    await main
      .getByRole("link", { name: words.stepByStep })
      .filter({ hasText: words.fileALicense })
      .click();
    await expect(visitor).toHaveURL(/\/help\/file-a-license$/);
  },
);

test(
  "the provider's own numbers stand at the foot, linked with their registers",
  { tag: ["@no-javascript", "@phone"] },
  async ({ person }) => {
    const visitor = await person();
    for (const path of ["/", "/login", "/help/cancel-access"]) {
      await visitor.goto(path);
      const foot = visitor.getByRole("contentinfo");
      for (const [number, register] of [
        ["京ICP备20260000号-1", "https://beian.miit.gov.cn/"],
        ["京公网安备11010502000001号", "https://beian.mps.gov.cn/"],
      ] as const)
        await expect(foot.getByRole("link", { name: number })).toHaveAttribute(
          "href",
          register,
        );
      await expect(foot).toContainText("B1-20260001");
    }
  },
);

test(
  "the help leads from the overview to a page for each task, and from page to page",
  { tag: ["@no-javascript", "@phone", "@chinese"] },
  async ({ person, words, isMobile }) => {
    const visitor = await person();
    await visitor.goto("/help");
    const main = visitor.getByRole("main");
    const heading = visitor.getByRole("heading", { level: 1 });
    await expect(main.getByText(words.helpForStaff)).toHaveCount(0);
    await main.getByRole("link", { name: words.helpFileALicense }).click();
    await expect(visitor).toHaveURL(/\/help\/file-a-license$/);
    await expect(heading).toHaveText(words.helpFileALicense);

    const contents = visitor.getByRole("navigation", {
      name: words.helpContents,
    });
    const here = contents.getByRole("link", { name: words.helpFileALicense });
    if (isMobile) {
      await expect(here).toBeHidden();
      await contents.getByText(words.helpContents).click();
    }
    await expect(here).toHaveAttribute("aria-current", "page");
    await contents.getByRole("link", { name: words.helpPrivacy }).click();
    await expect(visitor).toHaveURL(/\/help\/privacy$/);
    await expect(heading).toHaveText(words.helpPrivacy);
    await visitor.goBack();
    await expect(heading).toHaveText(words.helpFileALicense);
  },
);

for (const account of ["holder", "reviewer"] as const) {
  test(
    `${account} reads the help beside the console's menu`,
    { tag: ["@no-javascript", "@chinese"] },
    async ({ person, words }) => {
      const page = await person(account);
      await page.goto("/console/account");
      const menu = page.getByRole("navigation", { name: words.mainMenu });
      await menu.getByRole("link", { name: words.helpCenter }).click();
      await expect(page).toHaveURL(/\/help$/);
      await expect(
        menu.getByRole("link", { name: words.helpCenter }),
      ).toHaveAttribute("aria-current", "page");
      const main = page.getByRole("main");
      const forStaff = main.getByRole("heading", { name: words.helpForStaff });
      await expect(forStaff).toHaveCount(account === "reviewer" ? 1 : 0);

      await page.goto("/help/review");
      await expect(menu).toBeVisible();
      await expect(page.getByRole("contentinfo")).toHaveCount(0);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        words.helpReview,
      );
    },
  );
}

test(
  "the help is accessible beside the console's menu, light and dark",
  { tag: ["@phone"] },
  async ({ person, isMobile }) => {
    const reviewer = await person("reviewer");
    for (const path of ["/help", "/help/review"]) {
      await reviewer.goto(path);
      for (const colorScheme of ["light", "dark"] as const) {
        await wear(reviewer, colorScheme);
        const where = `${path}, ${colorScheme}`;
        expect.soft(await violations(reviewer), where).toEqual([]);
      }
      if (!isMobile) expect.soft(await misplaced(reviewer), path).toEqual([]);
    }
  },
);

test("whoever logs in finds the help beside the console's menu, without loading the page again", async ({
  person,
  words,
}) => {
  const page = await person();
  await page.goto("/login");
  await page
    .getByLabel(words.email, { exact: true })
    .fill("holder@example.com");
  await page.getByLabel(words.password, { exact: true }).fill("holder-demo-1");
  await page
    .getByRole("main")
    .getByRole("button", { name: words.logIn, exact: true })
    .click();
  await expect(page).toHaveURL(/\/console$/);
  const menu = page.getByRole("navigation", { name: words.mainMenu });
  await menu.getByRole("link", { name: words.helpCenter }).click();
  await expect(page).toHaveURL(/\/help$/);
  await expect(menu).toBeVisible();
  await page
    .getByRole("main")
    .getByRole("link", { name: words.helpFileALicense })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    words.helpFileALicense,
  );
  await expect(menu).toBeVisible();
});
