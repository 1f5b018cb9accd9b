import { cp } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { accounts } from "../support/accounts.ts";
import { Authority } from "../support/authority.ts";
import { blog, shop, submitCancellation } from "../support/licenses.ts";
import { logInWith } from "../support/log_in.ts";
import { templateFolder } from "../support/prepare.ts";
import { approve, claim } from "../support/review.ts";
import { LicenseServer } from "../support/server.ts";
import { expect, test } from "../support/test.ts";

const partnerEmail = accounts.partner.email;

test(
  "an administrator resets a password; only the new one works then",
  { tag: ["@no-javascript", "@chinese"] },
  async ({ person, words }) => {
    const admin = await person("admin");
    const { email, password } = accounts.partner;
    await admin.goto("/admin/accounts");
    await admin
      .getByRole("row")
      .filter({ hasText: email })
      .getByRole("link", { name: words.resetPassword })
      .click();
    await admin
      .getByRole("dialog")
      .getByRole("button", { name: words.resetPassword })
      .click();
    const shown = admin.locator("code").first();
    await expect(shown).toBeVisible();
    const newPassword = await shown.innerText();
    await admin.reload();
    await expect(admin.getByText(newPassword)).toHaveCount(0);

    const partner = await person();
    for (const [typed, works] of [
      [password, false],
      [newPassword, true],
    ] as const) {
      await partner.goto("/login");
      await partner.getByLabel(words.email, { exact: true }).fill(email);
      await partner.getByLabel(words.password, { exact: true }).fill(typed);
      await partner
        .getByRole("button", { name: words.logIn, exact: true })
        .click();
      if (works) await expect(partner).toHaveURL(/\/console$/);
      else
        await expect(partner.getByText(words.wrongLogIn).first()).toBeVisible();
    }
  },
);

test("a second new token is listed like the first, from an empty form", async ({
  person,
}) => {
  const admin = await person("admin");
  const isAlive = admin.waitForRequest(/\/events\?/);
  await admin.goto("/admin/tokens");
  await isAlive;
  for (const name of ["first-gateway", "second-gateway"]) {
    await admin.locator("#token_name").fill(name);
    await admin.locator("#scope").getByRole("checkbox").first().check();
    await admin
      .getByRole("button", { name: "Create a token", exact: true })
      .click();
    await expect(
      admin.getByRole("row").filter({ hasText: name }),
    ).toBeVisible();
    await expect(admin.locator("#token_name")).toHaveValue("");
    await expect(admin.locator("#scope input:checked")).toHaveCount(0);
  }
});

test("a refused pop-up keeps a new account that is being typed", async ({
  person,
}) => {
  const admin = await person("admin");
  // Before the page has come to life, the other form would be sent as by a browser without
  // JavaScript.
  const isAlive = admin.waitForRequest(/\/events\?/);
  await admin.goto("/admin/accounts");
  await isAlive;
  await admin.locator("#email").fill("new@example.com");
  const partner = admin.getByRole("row").filter({ hasText: partnerEmail });
  await partner.getByRole("link", { name: "Block" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByRole("button", { name: "Block" }).click();
  await expect(dialog.getByText("“Reason” is required").first()).toBeVisible();
  await expect(admin.locator("#email")).toHaveValue("new@example.com");
});

test(
  "making an administrator takes two, and every change of a role asks again",
  { tag: ["@no-javascript"] },
  async ({ person }) => {
    const admin = await person("admin");
    const second = await person("admin2");
    const auditor = accounts.auditor.email;
    const choose = async (role: string) => {
      const row = admin.getByRole("row").filter({ hasText: auditor });
      await row.getByRole("combobox").selectOption(role);
      await row.getByRole("button", { name: "Change role" }).click();
      return admin.getByRole("dialog");
    };
    const roleOf = (page: Page) =>
      page.getByRole("row").filter({ hasText: auditor }).getByRole("combobox");
    const waiting = (page: Page) =>
      page.getByRole("listitem").filter({ hasText: auditor });

    await test.step("another role needs one person, who is asked again", async () => {
      await admin.goto("/admin/accounts");
      const dialog = await choose("supervisor");
      await expect(dialog).toContainText(
        `${auditor} is Auditor now and becomes Supervisor`,
      );
      await dialog.getByRole("button", { name: "Change role" }).click();
      await expect(admin.getByText("The role is changed.")).toBeVisible();
      await expect(roleOf(admin)).toHaveValue("supervisor");
    });

    await test.step("whoever proposes an administrator can only withdraw", async () => {
      const dialog = await choose("administrator");
      await expect(dialog).toContainText(
        "Another administrator has to confirm",
      );
      await dialog.getByRole("button", { name: "Propose" }).click();
      await expect(roleOf(admin)).toHaveValue("supervisor");
      await expect(waiting(admin)).toContainText("Proposed by Operations");
      await expect(
        waiting(admin).getByRole("button", { name: "Confirm" }),
      ).toHaveCount(0);
      await waiting(admin).getByRole("button", { name: "Withdraw" }).click();
      await expect(waiting(admin)).toHaveCount(0);
    });

    await test.step("a second one confirms", async () => {
      const dialog = await choose("administrator");
      await dialog.getByRole("button", { name: "Propose" }).click();
      await expect(waiting(admin)).toBeVisible();
      await second.goto("/admin/accounts");
      await waiting(second).getByRole("button", { name: "Confirm" }).click();
      await expect(waiting(second)).toHaveCount(0);
      await expect(roleOf(second)).toHaveValue("administrator");
    });
  },
);

test(
  "a blocked account is logged out and cannot log in until it is unblocked",
  { tag: ["@no-javascript"] },
  async ({ person, words }) => {
    const admin = await person("admin");
    const partner = await person("partner");
    const row = admin.getByRole("row").filter({ hasText: partnerEmail });
    const dialog = admin.getByRole("dialog");
    await admin.goto("/admin/accounts");
    await row.getByRole("link", { name: "Block" }).click();
    await dialog.getByLabel(words.reason).fill("Reported as stolen.");
    await dialog.getByRole("button", { name: "Block" }).click();
    await expect(row).toContainText("Reported as stolen.");

    await partner.goto("/console");
    await expect(partner).toHaveURL(/\/login/);
    const tryPassword = (password: string) =>
      logInWith(partner, words, partnerEmail, password);
    await tryPassword("wrong");
    await expect(partner.getByText(words.wrongLogIn).first()).toBeVisible();
    await tryPassword(accounts.partner.password);
    await expect(
      partner.getByText("This account is blocked").first(),
    ).toBeVisible();

    await row.getByRole("link", { name: "Unblock" }).click();
    await dialog.getByRole("button", { name: "Unblock" }).click();
    await expect(row).not.toContainText("Reported as stolen.");
    await tryPassword(accounts.partner.password);
    await expect(partner).toHaveURL(/\/console$/);
  },
);

test(
  "a supervisor enters the working days of the next year",
  { tag: ["@no-javascript", "@chinese"] },
  async ({ person, words }) => {
    const supervisor = await person("supervisor");
    await supervisor.goto("/review/calendar");
    const source = supervisor.locator("#holiday_source");
    const days = supervisor.locator("#holiday_year");
    const putInForce = supervisor.getByRole("button", {
      name: words.putInForce,
    });
    const year = supervisor.getByRole("row").filter({
      has: supervisor.getByRole("cell", { name: "2027", exact: true }),
    });
    await expect(year).toHaveCount(0);

    await source.fill("国办发明电〔2026〕9号");
    await days.fill("off 2027-01-01\nwork tomorrow");
    await putInForce.click();
    await expect(days).toHaveAttribute("aria-invalid", "true");
    await expect(days).toHaveValue("off 2027-01-01\nwork tomorrow");
    await expect(source).toHaveValue("国办发明电〔2026〕9号");

    await days.fill("off 2027-01-01\noff 2027-01-02\nwork 2027-01-09");
    await putInForce.click();
    await expect(year).toContainText("国办发明电〔2026〕9号");
  },
);

test("after a restored backup an administrator continues after the authority's number", async ({
  person,
  server,
  words,
  appears,
}) => {
  const holder = await person("holder");
  const reviewer = await person("reviewer");
  const admin = await person("admin");
  const page = await person();

  await test.step("a report is sent and answered", async () => {
    await holder.goto("/console");
    await submitCancellation(holder, words, shop);
    await approve(reviewer, words, shop.domain);
    await new Authority(page, server.authorityUrl, words).approve(shop.domain);
    await appears(holder.getByText(words.completed).first());
  });

  for (const open of [holder, reviewer]) await open.goto("about:blank");
  await server.stop();
  await cp(templateFolder(), server.dataFolder, {
    recursive: true,
    // The authority remembers what the restored database does not.
    filter: (file) => !file.endsWith("authority-simulator.json"),
  });
  const restored = await LicenseServer.start(server.dataFolder);
  try {
    await test.step("the next report stops the channel", async () => {
      await holder.goto(`${restored.url}/console`);
      await submitCancellation(holder, words, blog);
      const order = holder.url();
      await reviewer.goto(`${restored.url}/review`);
      await reviewer
        .getByRole("row")
        .filter({ hasText: blog.domain })
        .getByRole("link")
        .first()
        .click();
      await claim(reviewer, words);
      const approval = reviewer.getByRole("button", {
        name: words.approve,
        exact: true,
      });
      await approval.click();
      await expect(approval).toHaveCount(0);
      const goOn = admin.getByRole("button", { name: "Continue after 1" });
      await expect(async () => {
        await admin.goto(`${restored.url}/admin/authority`);
        await expect(goOn).toBeVisible({ timeout: 500 });
      }).toPass({ timeout: 30_000 });
      await goOn.click();
      await expect(goOn).toHaveCount(0);
      await new Authority(page, restored.authorityUrl, words).approve(
        blog.domain,
      );
      await holder.goto(order);
      await appears(holder.getByText(words.completed).first());
    });
  } finally {
    for (const open of [holder, reviewer, admin])
      await open.goto("about:blank");
    await restored.stop();
  }
});
