import { accounts } from "../support/accounts.ts";
import { applyForCodes, codeRow, shownCodes } from "../support/codes.ts";
import { submitFirstLicense } from "../support/filing.ts";
import { shop, submitCancellation } from "../support/licenses.ts";
import { openFromQueue } from "../support/review.ts";
import { expect, test } from "../support/test.ts";

test(
  "a supervisor disables a code in use; another one restores it, and the application goes on",
  { tag: ["@no-javascript"] },
  async ({ person, words, appears }) => {
    const holder = await person("holder");
    const partner = await person("partner");
    await applyForCodes(holder, words, "vm-eligible", 1);
    await holder.goto("/console/codes");
    const [code = ""] = await shownCodes(holder);
    const website = { domain: "partner-harbor.cn", name: "港湾样例网" };
    await submitFirstLicense(partner, words, code, website);

    const reason = "The server was sold on.";
    const first = await person("supervisor");
    await first.goto("/review/codes");
    const row = first.getByRole("row").filter({ hasText: "vm-eligible" });
    await row.getByRole("link", { name: words.disable }).click();
    const dialog = first.getByRole("dialog");
    await dialog
      .getByRole("textbox", { name: words.reason, exact: true })
      .fill(reason);
    await dialog.getByRole("button", { name: words.disable }).click();
    await expect(row).toContainText(reason);
    await expect(row).toContainText("par•••@example.com");
    await expect(row.getByRole("link", { name: words.restore })).toHaveCount(0);

    await appears(partner.getByText("was disabled by the provider").first());
    await partner.goto("/console/messages");
    await expect(partner.getByText(reason).first()).toBeVisible();
    await holder.reload();
    await expect(codeRow(holder, code)).toContainText(reason);

    const second = await person("supervisor2");
    await second.goto("/review/codes");
    const same = second.getByRole("row").filter({ hasText: "vm-eligible" });
    await same.getByRole("link", { name: words.restore }).click();
    await second
      .getByRole("dialog")
      .getByRole("button", { name: words.restore })
      .click();
    await expect(same).toContainText(words.licensing);
    await appears(codeRow(holder, code).getByText(words.licensing));
    await openFromQueue(second, website.domain);
    await expect(
      second.getByRole("button", { name: words.approve, exact: true }),
    ).toBeVisible();
  },
);

test(
  "a supervisor gives an application to a reviewer",
  { tag: ["@no-javascript"] },
  async ({ person, words, appears }) => {
    const holder = await person("holder");
    await holder.goto("/console");
    await submitCancellation(holder, words, shop);
    const reviewer = await person("reviewer2");
    await openFromQueue(reviewer, shop.domain);

    const supervisor = await person("supervisor");
    await openFromQueue(supervisor, shop.domain);
    await supervisor
      .locator("#reviewer")
      .selectOption({ label: accounts.reviewer2.name });
    await supervisor
      .getByRole("button", { name: words.reassign, exact: true })
      .click();
    await expect(
      supervisor.getByText(accounts.reviewer2.name, { exact: true }).first(),
    ).toBeVisible();
    await expect(
      supervisor.getByRole("button", { name: words.approve, exact: true }),
    ).toHaveCount(0);
    await appears(
      reviewer.getByRole("button", { name: words.release, exact: true }),
    );
    await expect(
      reviewer.getByRole("button", { name: words.approve, exact: true }),
    ).toBeVisible();
  },
);
