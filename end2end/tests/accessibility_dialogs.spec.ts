import type { Page } from "@playwright/test";
import { violations, wear } from "../support/axe.ts";
import {
  applyForCodes,
  codeRow,
  serverRow,
  shownCodes,
} from "../support/codes.ts";
import { submitFirstLicense, verifyCode } from "../support/filing.ts";
import { openPopUp, shop, submitCancellation } from "../support/licenses.ts";
import { approve, openFromQueue, reject } from "../support/review.ts";
import { expect, test } from "../support/test.ts";

const website = { domain: "partner-harbor.cn", name: "港湾样例网" };

/** What is open, light and dark. */
async function isAccessible(page: Page, where: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await wear(page, colorScheme);
    const found = await violations(page);
    expect.soft(found, `${where}, ${colorScheme}`).toEqual([]);
  }
}

/** Opens a dialog with its link, looks at it, and leaves it open. */
async function look(
  page: Page,
  within: Page | ReturnType<Page["locator"]>,
  link: string,
) {
  await within.getByRole("link", { name: link }).first().click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await isAccessible(page, link);
  return dialog;
}

const tags = { tag: ["@phone", "@chinese"] };

test(
  "the pop-ups of licenses and codes are accessible",
  tags,
  async ({ person, words }) => {
    const holder = await person("holder");
    await holder.goto("/console");
    await openPopUp(holder, words, shop);
    await isAccessible(holder, words.cancelAccess);

    await holder.goto("/console/codes/apply");
    await look(holder, serverRow(holder, "vm-eligible"), words.apply);
    await applyForCodes(holder, words, "vm-eligible", 1);
    await holder.goto("/console/codes");
    const [code = ""] = await shownCodes(holder);
    const note = await look(holder, codeRow(holder, code), words.note);
    await note.getByRole("link", { name: words.giveUp }).click();
    await look(holder, codeRow(holder, code), words.disable);
  },
);

test(
  "the pop-ups of an application and its review are accessible",
  tags,
  async ({ person, words }) => {
    const holder = await person("holder");
    const partner = await person("partner");
    const reviewer = await person("reviewer");
    await applyForCodes(holder, words, "vm-eligible", 1);
    await holder.goto("/console/codes");
    const [code = ""] = await shownCodes(holder);
    const order = await submitFirstLicense(partner, words, code, website);
    await look(partner, partner, words.withdraw);

    const supervisor = await person("supervisor");
    await supervisor.goto("/review/codes");
    const disable = await look(supervisor, supervisor, words.disable);
    await disable.getByRole("textbox").fill("The server was sold on.");
    await disable.getByRole("button", { name: words.disable }).click();
    await expect(disable).toBeHidden();
    const second = await person("supervisor2");
    await second.goto("/review/codes");
    await look(second, second, words.restore);

    await openFromQueue(reviewer, website.domain);
    await look(reviewer, reviewer, words.reject);
    await reject(reviewer, words, website.domain, "Another name, please.");
    await partner.goto(order);
    await look(partner, partner, words.abandon);
  },
);

test(
  "the pop-ups of the administration are accessible",
  tags,
  async ({ person, words }) => {
    const admin = await person("admin");
    await admin.goto("/admin/accounts");
    await look(admin, admin, words.resetPassword);
    await admin.goto("/admin/accounts");
    await look(admin, admin, words.block);
    await admin.goto("/admin/tokens");
    await look(admin, admin, words.revoke);
  },
);

test("a form with mistakes is accessible", tags, async ({ person, words }) => {
  const holder = await person("holder");
  await applyForCodes(holder, words, "vm-eligible", 1);
  await holder.goto("/console/codes");
  const [code = ""] = await shownCodes(holder);
  const partner = await person("partner");
  await verifyCode(partner, words, code);
  await partner.getByRole("button", { name: words.next, exact: true }).click();
  await expect(partner.locator("#entity_name")).toHaveAttribute(
    "aria-invalid",
    "true",
  );
  await isAccessible(partner, "entity");
});

test("the authority simulator's page is accessible", async ({
  person,
  server,
  authority,
  words,
}) => {
  const holder = await person("holder");
  await holder.goto("/console");
  await submitCancellation(holder, words, shop);
  await approve(await person("reviewer"), words, shop.domain);
  const page = await person();
  await page.goto(server.authorityUrl);
  await isAccessible(page, "nothing reported");
  await authority.reject(shop.domain, "接入信息不符");
  await page.goto(server.authorityUrl);
  await isAccessible(page, "reported");
});
