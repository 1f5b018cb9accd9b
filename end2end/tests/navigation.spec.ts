import { accounts, type Account } from "../support/accounts.ts";
import { pages } from "../support/pages.ts";
import { expect, test } from "../support/test.ts";

/** Pages that exist from the first minute, without anybody having done anything. */
const stable = pages.map(({ account, area, paths }) => ({
  account,
  area,
  paths: paths.filter((path) => !/applications\/\d|no-such-page/.test(path)),
}));

for (const { account, area, paths } of stable) {
  test(
    `every page of ${area ?? account ?? "a visitor"} opens by its address`,
    { tag: ["@no-javascript", "@phone"] },
    async ({ person }) => {
      const page = await person(account);
      for (const path of paths) {
        const answer = await page.goto(path);
        expect(answer?.status(), path).toBe(200);
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
        expect(new URL(page.url()).pathname).toBe(path.split("?")[0]);
      }
    },
  );
}

test(
  "S7: License stands at the upper right of every public page",
  { tag: ["@no-javascript", "@phone", "@chinese"] },
  async ({ person, words }) => {
    const visitor = await person();
    const paths = pages.flatMap(({ account, paths }) => (account ? [] : paths));
    expect(paths).toContain("/");
    for (const path of paths) {
      await visitor.goto(path);
      const link = visitor.getByRole("link", {
        name: words.license,
        exact: true,
      });
      await expect(link, path).toBeVisible();
      const header = await visitor.getByRole("banner").boundingBox();
      const box = await link.boundingBox();
      if (!header || !box) throw new Error(`${path} has no header`);
      expect(header.y, path).toBe(0);
      expect(box.y + box.height, path).toBeLessThanOrEqual(header.height);
      // Nothing but the margin that header, content and footer share is further to the right.
      const margins = await Promise.all(
        ["banner", "contentinfo"].map((role) =>
          visitor
            .getByRole(role as "banner" | "contentinfo")
            .evaluate((part) =>
              parseFloat(getComputedStyle(part).paddingRight),
            ),
        ),
      );
      expect(margins[0], path).toBe(margins[1]);
      const gap = header.x + header.width - (box.x + box.width);
      expect(gap, path).toBeCloseTo(margins[0] ?? 0, 0);
    }
  },
);

for (const account of Object.keys(accounts) as Account[]) {
  test(
    `the menu of ${account} leads to pages that the role may see, and back`,
    { tag: ["@no-javascript"] },
    async ({ person }) => {
      const page = await person(account);
      await page.goto("/login");
      await page.goto(account === "admin" ? "/admin/accounts" : "/help");
      await page.goto("/console/account");
      const menu = page.getByRole("navigation", { name: "Main menu" });
      const links = await menu.getByRole("link").all();
      expect(links.length).toBeGreaterThan(1);
      const paths = await Promise.all(
        links.map((link) => link.getAttribute("href")),
      );
      for (const path of paths) {
        await menu.locator(`a[href="${path}"]`).click();
        await expect(page).toHaveURL(new RegExp(`${path}$`));
        await expect(menu.locator(`a[href="${path}"]`)).toHaveAttribute(
          "aria-current",
          "page",
        );
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      }
    },
  );
}

test(
  "whoever chooses dark has it on every page until it is the system's again",
  { tag: ["@no-javascript", "@chinese"] },
  async ({ person, words }) => {
    const holder = await person("holder");
    const ground = () =>
      holder.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const choose = async (name: string) => {
      await holder
        .getByRole("banner")
        .getByRole("button", { name: words.account })
        .click();
      await holder.getByRole("button", { name, exact: true }).click();
    };
    await holder.goto("/console/codes?status=unused");
    const light = await ground();
    await choose(words.dark);
    await expect(holder).toHaveURL(/\/console\/codes\?status=unused$/);
    await expect(holder.locator("html")).toHaveAttribute(
      "data-theme",
      "license-dark",
    );
    const dark = await ground();
    expect(dark).not.toBe(light);
    await holder.goto("/console");
    expect(await ground()).toBe(dark);
    await choose(words.system);
    await expect(holder.locator("html")).not.toHaveAttribute("data-theme");
    expect(await ground()).toBe(light);
  },
);

test("in-app links keep the page loaded, and the back button goes back", async ({
  person,
  words,
}) => {
  const page = await person("holder");
  await page.goto("/console");
  const menu = page.getByRole("navigation", { name: "Main menu" });
  const heading = page.getByRole("heading", { level: 1 });
  // Hydrated as soon as a click no longer loads a page: the mark then survives it.
  await expect(async () => {
    await page.evaluate(() => Object.assign(window, { mark: true }));
    await menu.getByRole("link", { name: words.messages }).click();
    await expect(heading).toHaveText(words.messages, { timeout: 2000 });
    const mark = await page.evaluate(() => "mark" in window);
    expect(mark).toBe(true);
  }).toPass();
  await menu.getByRole("link", { name: words.manageCodes }).click();
  await expect(heading).toHaveText(words.manageCodes);
  await page.goBack();
  await expect(heading).toHaveText(words.messages);
  await page.goForward();
  await expect(heading).toHaveText(words.manageCodes);
  expect(await page.evaluate(() => "mark" in window)).toBe(true);
});

test(
  "a dialog has an address: the back button closes it, and it opens directly",
  { tag: ["@no-javascript"] },
  async ({ person, words }) => {
    const page = await person("holder");
    await page.goto("/console/codes/apply");
    await page
      .getByRole("row")
      .filter({ hasText: "vm-eligible" })
      .getByRole("link", { name: words.apply })
      .click();
    await expect(page.getByRole("dialog")).toBeVisible();
    const address = page.url();
    await page.goBack();
    await expect(page.getByRole("dialog")).toBeHidden();
    await page.goto(address);
    await expect(page.getByRole("dialog")).toBeVisible();
  },
);

test(
  "what does not exist is not found",
  { tag: ["@no-javascript"] },
  async ({ person }) => {
    const holder = await person("holder");
    for (const path of [
      "/no-such-page",
      "/console/no-such-page",
      "/console/applications/999999",
      "/console/applications/x",
      "/console/websites/999999/cancel-access",
    ]) {
      const answer = await holder.goto(path);
      expect(answer?.status(), path).toBe(404);
      await expect(holder.getByRole("heading", { level: 1 })).toHaveText(
        "Page not found",
      );
    }
  },
);

const forbidden: [Account, string][] = [
  ["holder", "/review"],
  ["holder", "/review/audit"],
  ["holder", "/admin/accounts"],
  ["reviewer", "/console"],
  ["reviewer", "/admin/accounts"],
  ["auditor", "/console"],
  ["admin", "/review"],
];

for (const [account, path] of forbidden) {
  test(
    `${path} is not for ${account}`,
    { tag: ["@no-javascript"] },
    async ({ person }) => {
      const page = await person(account);
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(403);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        "Not for your role",
      );
    },
  );
}

test(
  "a holder does not see what belongs to another",
  { tag: ["@no-javascript"] },
  async ({ person }) => {
    const partner = await person("partner");
    for (const path of [
      "/console/websites/1",
      "/console/websites/1/cancel-access",
    ]) {
      const answer = await partner.goto(path);
      expect(answer?.status(), path).toBe(404);
    }
  },
);

test("whoever has not logged in is asked to, on every page behind the log-in", async ({
  person,
}) => {
  const visitor = await person();
  for (const { account, paths } of stable) {
    if (!account) continue;
    for (const path of paths) {
      await visitor.goto(path);
      expect(new URL(visitor.url()).pathname, path).toBe("/login");
    }
  }
});

test("every page names the file with its modules, every time", async ({
  person,
}) => {
  const holder = await person("holder");
  for (const path of ["/console", "/console/codes", "/console/messages"]) {
    for (let time = 0; time < 10; time += 1) {
      const page = await (await holder.request.get(path)).text();
      expect(page, `${path}, request ${time}`).toMatch(
        /<link rel="preload" href="[^"]*\/[A-Za-z]+\.modules"/,
      );
    }
  }
});

for (const { account, paths } of stable) {
  if (!account) continue;
  test(`pages of ${account} load their modules at once`, async ({ person }) => {
    const page = await person(account);
    for (const path of paths) {
      // Asked for once the page has come to life, with everything it needs.
      const isAlive = page.waitForRequest(/\/events\?/);
      await page.goto(path);
      await isAlive;
      const loaded = await page.evaluate(() =>
        performance
          .getEntriesByType("resource")
          .map(({ name }) => name.split("/").at(-1)),
      );
      const bundles = loaded.filter((name) => name?.endsWith(".modules"));
      expect(bundles, path).toHaveLength(1);
      const single = loaded.filter((name) => name?.endsWith(".wasm"));
      expect(single, path).toEqual(["license_bg.wasm"]);
    }
  });
}
