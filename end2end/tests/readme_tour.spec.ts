import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import type { Account } from "../support/accounts.ts";
import { accounts } from "../support/accounts.ts";
import { applyForCodes, codeRow, shownCodes } from "../support/codes.ts";
import { answer, verifyCode } from "../support/filing.ts";
import { confirm, openPopUp, shop, blog } from "../support/licenses.ts";
import { approve } from "../support/review.ts";
import { expect, test } from "../support/test.ts";
import { wordsOf } from "../support/words.ts";

const words = wordsOf("en-US");

/** The README's table of values: for each row what is typed the first and the second time. */
async function values(file: string): Promise<[string, string][]> {
  const readme = await readFile(`../${file}`, "utf8");
  const table = readme.match(
    /^\|[^|\n]*\| [^`|\n]+ \| [^`|\n]+ \|\n\|[-| ]+\n((?:\|.+\n)+)/gm,
  );
  const rows = (table ?? []).flatMap((text) => text.split("\n").slice(2));
  return rows.flatMap((row): [string, string][] => {
    const [, , first, second] = row.split("|").map((cell) => cell.trim());
    const plain = (cell = "") => cell.replaceAll("`", "");
    return first?.startsWith("`") && second?.startsWith("`")
      ? [[plain(first), plain(second)]]
      : [];
  });
}

for (const file of ["README.md", "README.zh-CN.md"])
  test(`the tour of ${file} can be taken twice in a row`, async ({
    person,
    authority,
    server,
    request,
  }) => {
    test.setTimeout(180_000);
    const rows = await values(file);
    expect(rows).toHaveLength(13);
    const holder = await person("holder");
    const reviewer = await person("reviewer");
    const register = await person();
    for (const round of [0, 1] as const) {
      const [
        canceled = "",
        email = "",
        name = "",
        certificate = "",
        certificateAddress = "",
        address = "",
        principal = "",
        identityCard = "",
        mobile = "",
        officePhone = "",
        domain = "",
        website = "",
        password = "",
      ] = rows.map((row) => row[round]);

      await test.step(`cancel the access of ${canceled}`, async () => {
        const demo = canceled === shop.domain ? shop : blog;
        expect(demo.domain).toBe(canceled);
        await holder.goto("/console");
        const popUp = await openPopUp(holder, words, demo);
        await popUp
          .getByRole("button", { name: words.ok, exact: true })
          .click();
        await confirm(holder, words, demo);
        await holder.waitForURL(/\/console\/applications\/\d+/);
        await approve(reviewer, words, canceled);
        await authority.approve(canceled);
        await expect(holder.getByText(words.completed).first()).toBeVisible();
        const token = await server.serviceToken();
        const feed = await request.get("/api/v1/blocked-domains", {
          headers: { Authorization: `Bearer ${token}` },
        });
        expect(await feed.text()).toContain(canceled);
      });

      const user = userOf(email);
      const partner = await person(user);
      let code = "";
      await test.step(`${email} uses a code`, async () => {
        await applyForCodes(holder, words, "vm-eligible", 1);
        await holder.goto("/console/codes?status=unused");
        code = (await shownCodes(holder))[0] ?? "";
        await verifyCode(partner, words, code);
        await partner.waitForURL(/\/edit/);
        await answer(partner, {
          entity_nature: "enterprise",
          entity_name: name,
          entity_certificate_kind: "business_license",
          entity_certificate_number: certificate,
          entity_certificate_address: certificateAddress,
          entity_city: "350100",
          entity_address: address,
          entity_principal_name: principal,
          entity_principal_document_kind: "identity_card",
          entity_principal_document_number: identityCard,
          entity_principal_mobile: mobile,
          entity_principal_office_phone: officePhone,
          entity_principal_email: email,
        });
        await next(partner);
        await answer(partner, {
          website_domain: domain,
          website_name: website,
        });
        await partner.locator("#website_languages-simplified_chinese").check();
        await partner.getByLabel(words.samePrincipal).check();
        await next(partner);
        await partner
          .getByRole("button", { name: words.submit, exact: true })
          .click();
        await partner.waitForURL(/\/console\/applications\/\d+(\?|$)/);
      });

      await test.step("the code is disabled and restored", async () => {
        await decideOnCode(await person("supervisor"), words.disable);
        await decideOnCode(await person("supervisor2"), words.restore);
      });

      await test.step("the license is issued, with a password of its own", async () => {
        await approve(reviewer, words, domain);
        await authority.approve(domain);
        await expect(partner.getByText(words.completed).first()).toBeVisible();
        await holder.goto("/console/codes");
        await expect(codeRow(holder, code)).toContainText(words.used);
        await register.goto(server.authorityUrl);
        await expect(
          register
            .getByRole("article")
            .filter({ hasText: "License password" })
            .filter({ hasText: domain }),
        ).toContainText(password);
      });
    }
  });

function userOf(email: string): Account {
  const user = Object.entries(accounts).find(
    ([, account]) => account.email === email,
  );
  expect(user, email).toBeDefined();
  return (user?.[0] ?? "partner") as Account;
}

const next = (page: Page) =>
  page.getByRole("button", { name: words.next, exact: true }).click();

/** Disables or restores the code that is in use. */
async function decideOnCode(page: Page, what: string): Promise<void> {
  await page.goto("/review/codes");
  const row = page.getByRole("row");
  await row.getByRole("link", { name: what }).first().click();
  const dialog = page.getByRole("dialog");
  const reason = dialog.getByRole("textbox", { name: words.reason });
  if ((await reason.count()) > 0) await reason.fill("The server was sold.");
  await dialog.getByRole("button", { name: what }).click();
  await expect(dialog).toBeHidden();
}
