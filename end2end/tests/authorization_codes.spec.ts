import { submitFirstLicense, verifyCode } from "../support/filing.ts";
import {
  applyForCodes,
  codeRow,
  serverRow,
  shownCodes,
} from "../support/codes.ts";
import { logIn } from "../support/log_in.ts";
import { approve } from "../support/review.ts";
import { expect, test } from "../support/test.ts";

const website = { domain: "partner-garden.cn", name: "花园样例网" };

test(
  "a code is applied for, given to another account, and becomes a license",
  { tag: ["@phone", "@no-javascript", "@chinese"] },
  async ({ person, authority, words, appears, javaScriptEnabled }) => {
    const holder = await person("holder");
    const partner = await person("partner");
    let code = "";

    await test.step("the holder applies for two codes and copies one", async () => {
      await applyForCodes(holder, words, "vm-eligible", 2);
      await holder.goto("/console/codes/apply");
      await serverRow(holder, "vm-eligible")
        .getByRole("link", { name: words.view })
        .click();
      await expect(holder).toHaveURL(/\/console\/codes\?/);
      const codes = await shownCodes(holder);
      expect(new Set(codes).size).toBe(2);
      code = codes[0] ?? "";
      const row = codeRow(holder, code);
      await expect(row).toContainText("203.0.113.10");
      await expect(row).toContainText(words.unused);
      const copy = row.getByRole("button", { name: words.copy });
      if (javaScriptEnabled) {
        await copy.click();
        await expect
          .poll(() => holder.evaluate(() => navigator.clipboard.readText()))
          .toBe(code);
      } else {
        await expect(copy).toBeHidden();
      }
    });

    await test.step("the partner uses it for a first license", async () => {
      await submitFirstLicense(partner, words, code, website);
      await expect(
        partner.getByText(words.inProviderReview).first(),
      ).toBeVisible();
    });

    await test.step("the holder sees who uses it", async () => {
      await holder.goto("/console/codes");
      await expect(codeRow(holder, code)).toContainText(words.licensing);
      await expect(codeRow(holder, code)).toContainText("@example.com");
    });

    await test.step("nobody else can use it", async () => {
      const partner2 = await person("partner2");
      await verifyCode(partner2, words, code);
      await expect(partner2.getByText(words.hasBeenUsed).first()).toBeVisible();
      await expect(
        partner2.getByRole("textbox", { name: words.authorizationCode }),
      ).toHaveValue(code);
    });

    await test.step("the provider and the authority approve", async () => {
      await approve(await person("reviewer"), words, website.domain);
      await authority.approve(website.domain);
      await appears(partner.getByText(words.completed).first());
    });

    await test.step("the partner has the numbers, and the code is used", async () => {
      await partner.goto("/console");
      await expect(
        partner.getByRole("row").filter({ hasText: website.domain }),
      ).toContainText(/ICP备\d+号-1/);
      await partner.goto("/console/messages");
      await expect(
        partner.getByRole("heading", {
          name: words.licenseIssued(website.domain),
        }),
      ).toBeVisible();
      await holder.goto("/console/codes");
      await expect(codeRow(holder, code)).toContainText(words.used);
    });
  },
);

test(
  "S18, S19, S20: from License through the log-in to both entries of the left menu",
  { tag: ["@no-javascript"] },
  async ({ person, words }) => {
    const holder = await person();
    await holder.goto("/");
    await holder
      .getByRole("link", { name: words.license, exact: true })
      .click();
    await expect(holder).toHaveURL(/\/login/);
    await holder.getByRole("link", { name: "With password" }).click();
    await logIn(holder, words, "holder");
    const menu = holder.getByRole("navigation", { name: "Main menu" });
    for (const entry of [words.applyForCode, words.manageCodes]) {
      await menu.getByRole("link", { name: entry, exact: true }).click();
      await expect(
        holder.getByRole("heading", { level: 1, name: entry }),
      ).toBeVisible();
      const left = await menu.boundingBox();
      const page = await holder.getByRole("main").boundingBox();
      if (!left || !page) throw new Error(`${entry} has no menu`);
      expect(left.x + left.width).toBeLessThanOrEqual(page.x);
    }
  },
);

test(
  "S27: View and the left menu lead to the same list, View to one server's part of it",
  { tag: ["@no-javascript"] },
  async ({ person, words }) => {
    const holder = await person("holder");
    await applyForCodes(holder, words, "vm-eligible", 2);
    const server = holder.locator("select[name=server_id]");
    const chosen = server.locator("option:checked");

    await holder.goto("/console/codes/apply");
    await serverRow(holder, "vm-eligible")
      .getByRole("link", { name: words.view })
      .click();
    await expect(holder).toHaveURL(/\/console\/codes\?server_id=\d+$/);
    await expect(chosen).toHaveText("vm-eligible");
    const codes = await shownCodes(holder);
    expect(codes).toHaveLength(2);

    await holder
      .getByRole("navigation", { name: "Main menu" })
      .getByRole("link", { name: words.manageCodes })
      .click();
    await expect(holder).toHaveURL(/\/console\/codes$/);
    await expect(chosen).toHaveText("All servers");
    expect(await shownCodes(holder)).toEqual(codes);

    await server.selectOption({ label: "vm-payg" });
    await holder.getByRole("button", { name: "Search", exact: true }).click();
    await expect(holder.getByText("Nothing found")).toBeVisible();
  },
);

test(
  "S28: a code stands with its server, its dates, its note, who uses it and why it is invalid",
  { tag: ["@no-javascript"] },
  async ({ person, words }) => {
    const holder = await person("holder");
    await applyForCodes(holder, words, "vm-eligible", 2);
    await holder.goto("/console/codes");
    const [code = "", other = ""] = await shownCodes(holder);
    const row = codeRow(holder, code);
    for (const shown of ["vm-eligible", "203.0.113.10", words.unused])
      await expect(row).toContainText(shown);
    const instants = await row
      .getByRole("time")
      .evaluateAll((times) =>
        times.map((time) => time.getAttribute("datetime")),
      );
    const [applied, expires] = instants.map(
      (instant) => new Date(`${instant}`),
    );
    expect(instants).toHaveLength(2);
    expect(expires?.getUTCFullYear()).toBe(
      (applied?.getUTCFullYear() ?? 0) + 1,
    );

    await row.getByRole("link", { name: "Note" }).click();
    const dialog = holder.getByRole("dialog");
    await dialog.getByRole("textbox").fill("for Partner Ltd");
    await dialog.getByRole("button", { name: words.ok, exact: true }).click();
    await expect(row).toContainText("for Partner Ltd");

    const partner = await person("partner");
    await verifyCode(partner, words, code);
    await partner.waitForURL(/\/console\/applications\/\d+\/edit/);
    await holder.goto("/console/codes");
    await expect(row).toContainText(words.licensing);
    for (const shown of [
      "Website not known yet",
      /par•••@example\.com #[0-9a-f]{6}/,
      /Application FL-••••-\d+: Not yet submitted/,
      "In use since",
      "Comes back on",
    ])
      await expect(row).toContainText(shown);

    const disabled = codeRow(holder, other);
    await disabled.getByRole("link", { name: "Disable" }).click();
    await dialog.getByRole("button", { name: "Disable", exact: true }).click();
    await expect(disabled).toContainText(words.invalid);
    await expect(disabled).toContainText("Disabled by its owner");
  },
);

test(
  "servers that are not eligible say why",
  { tag: ["@no-javascript"] },
  async ({ person, words }) => {
    const holder = await person("holder");
    await holder.goto("/console/codes/apply");
    await expect(
      serverRow(holder, "vm-eligible").getByRole("link", { name: words.apply }),
    ).toBeVisible();
    const reasons = {
      "vm-three-months": "The term must be more than 3 months",
      "vm-payg": "Only monthly and yearly packages count",
      "vm-no-eip": "No public IP is bound",
    };
    for (const [server, reason] of Object.entries(reasons)) {
      const row = serverRow(holder, server);
      await expect(row).toContainText(reason);
      await expect(row.getByRole("link", { name: words.apply })).toHaveCount(0);
    }
  },
);

test(
  "more codes than are left are refused, and what was typed stays",
  { tag: ["@no-javascript"] },
  async ({ person, words }) => {
    const holder = await person("holder");
    await applyForCodes(holder, words, "vm-eligible", 3);
    await holder.goto("/console/codes/apply");
    await serverRow(holder, "vm-eligible")
      .getByRole("link", { name: words.apply })
      .click();
    const dialog = holder.getByRole("dialog");
    const count = dialog.getByLabel(words.numberOfCodes, { exact: true });
    await count.fill("3");
    await dialog.getByRole("button", { name: words.ok, exact: true }).click();
    await expect(dialog).toContainText("Apply for 2 at most");
    await expect(count).toHaveValue("3");
    await holder.goto("/console/codes");
    expect(await shownCodes(holder)).toHaveLength(3);
  },
);

test(
  "who goes back after applying for codes does not take another one",
  { tag: ["@no-javascript"] },
  async ({ person, words }) => {
    const holder = await person("holder");
    await applyForCodes(holder, words, "vm-eligible", 1);
    await holder.goBack();
    const dialog = holder.getByRole("dialog");
    await expect(dialog).toBeVisible();
    await dialog.getByRole("button", { name: words.ok, exact: true }).click();
    await expect(dialog).toBeHidden();
    await holder.goto("/console/codes");
    expect(await shownCodes(holder)).toHaveLength(1);
  },
);

test(
  "S21, S23, S24: the rule stands before the table, and the pop-up says what is left",
  { tag: ["@no-javascript"] },
  async ({ person, words }) => {
    const holder = await person("holder");
    await applyForCodes(holder, words, "vm-eligible", 2);
    await holder.goto("/console/codes/apply");
    const main = holder.getByRole("main");
    for (const rule of [
      "monthly (or yearly) package, is valid for more than 3 months in all",
      "is associated with an EIP",
      "Each server gives 5 codes in all. Used, disabled, expired and abandoned ones are included.",
      "Each code is valid for one year from its application.",
    ])
      await expect(main).toContainText(rule);
    await serverRow(holder, "vm-eligible")
      .getByRole("link", { name: words.apply })
      .click();
    await expect(holder.getByRole("dialog")).toContainText(
      "3 of 5 codes are left for this server. Those that you apply for do not come back",
    );
  },
);

test(
  "S30: the four statuses are explained where they are seen, by keyboard and by touch",
  { tag: ["@phone", "@no-javascript"] },
  async ({ person, words }) => {
    const holder = await person("holder");
    await applyForCodes(holder, words, "vm-eligible", 1);
    await holder.goto("/console/codes");
    const legend = holder
      .getByRole("group")
      .filter({ hasText: "What the four statuses mean" });
    await legend.getByText("What the four statuses mean").click();
    for (const status of [
      words.unused,
      words.licensing,
      words.used,
      words.invalid,
    ])
      await expect(
        legend.getByRole("term").getByText(status, { exact: true }),
      ).toBeVisible();
    await expect(legend).toContainText(
      "abandoned after it was submitted, the code becomes Invalid",
    );

    const word = holder.getByRole("button", { name: "Unused: what it means" });
    const meaning = holder.locator("#status-unused");
    await expect(meaning).toBeHidden();
    await word.focus();
    await holder.keyboard.press("Enter");
    await expect(meaning).toBeVisible();
    await expect(meaning).toContainText("Nobody has used the code yet");
    await holder.keyboard.press("Escape");
    await expect(meaning).toBeHidden();
    await word.click();
    await meaning.getByRole("link").click();
    await expect(holder).toHaveURL(
      /\/help\/authorization-codes#authorization-code-statuses$/,
    );
    await expect(
      holder.getByRole("heading", { name: "The four statuses" }),
    ).toBeInViewport();
  },
);

test(
  "R-2: the owner takes a code back from a draft, whose holder is told and goes on with another",
  { tag: ["@no-javascript"] },
  async ({ person, words, appears }) => {
    const holder = await person("holder");
    await applyForCodes(holder, words, "vm-eligible", 2);
    await holder.goto("/console/codes");
    const [code = "", other = ""] = await shownCodes(holder);
    const row = codeRow(holder, code);
    const partner = await person("partner");
    await verifyCode(partner, words, code);
    await partner.waitForURL(/\/console\/applications\/\d+\/edit/);
    const draft = partner.url();
    // The list hears of it by itself.
    await appears(row.getByText("Not yet submitted"));
    await row.getByRole("link", { name: "Take back" }).click();
    const dialog = holder.getByRole("dialog");
    await expect(dialog).toContainText(
      "Everything in that application is kept",
    );
    await dialog
      .getByRole("button", { name: "Take back", exact: true })
      .click();
    await expect(
      holder.getByRole("status").filter({ hasText: "The code is taken back" }),
    ).toBeVisible();
    await expect(row).toContainText(words.unused);

    await partner.goto("/console/messages");
    await expect(
      partner.getByRole("heading", {
        name: /Authorization code .* taken back/,
      }),
    ).toBeVisible();
    await holder.goto("/console/messages");
    await expect(
      holder.getByRole("heading", {
        name: "An authorization code of vm-eligible is in use",
      }),
    ).toBeVisible();

    await partner.goto(draft.replace(/\/edit.*/, ""));
    await expect(
      partner.getByText("Authorization code taken back by its owner"),
    ).toBeVisible();
    await partner.getByRole("link", { name: words.goOn }).first().click();
    await partner.getByRole("radio", { name: words.authorizationCode }).check();
    await partner
      .getByRole("textbox", { name: words.authorizationCode })
      .fill(other);
    await partner.getByRole("button", { name: words.verify }).click();
    await holder.goto("/console/codes");
    await appears(
      codeRow(holder, other).getByText(words.licensing, { exact: true }),
    );
  },
);

test(
  "an owner chooses whether mails tell of the codes, too",
  { tag: ["@no-javascript"] },
  async ({ person }) => {
    const holder = await person("holder");
    await holder.goto("/console/account");
    const choice = holder.getByRole("checkbox", {
      name: /^Tell me by email when one of my authorization codes/,
    });
    await expect(choice).toBeChecked();
    await choice.uncheck();
    await holder
      .locator("form")
      .filter({ has: choice })
      .getByRole("button", { name: "Save" })
      .click();
    await expect(
      holder
        .getByRole("status")
        .filter({ hasText: "Your choice of emails is saved" }),
    ).toBeVisible();
    await holder.reload();
    await expect(choice).not.toBeChecked();
  },
);

test("a mistyped code is found before anybody is asked", async ({
  person,
  words,
}) => {
  const partner = await person("partner");
  await verifyCode(partner, words, "ABCDE-FGHJK-MNPQR-STVW2");
  await expect(partner.getByText("mistyped").first()).toBeVisible();
  await expect(
    partner.getByRole("textbox", { name: words.authorizationCode }),
  ).toHaveValue("ABCDE-FGHJK-MNPQR-STVW2");
});

test(
  "codes are found by their status and by the code itself",
  { tag: ["@no-javascript"] },
  async ({ person, words }) => {
    const holder = await person("holder");
    await applyForCodes(holder, words, "vm-eligible", 2);
    await holder.goto("/console/codes");
    const [code, other] = await shownCodes(holder);
    await holder.goto(`/console/codes?search=${code}`);
    expect(await shownCodes(holder)).toEqual([code]);
    const group = code?.split("-")[1] ?? "";
    await holder.goto(`/console/codes?search=${group.toLowerCase()}`);
    expect(await shownCodes(holder)).toEqual([code]);
    await holder.goto("/console/codes?status=used");
    await expect(holder.getByText(`${other}`)).toHaveCount(0);
  },
);

test("the list of codes can be taken along as a file", async ({
  person,
  words,
}) => {
  const holder = await person("holder");
  await applyForCodes(holder, words, "vm-eligible", 1);
  await holder.goto("/console/codes");
  const [code] = await shownCodes(holder);
  const answer = await holder.request.get("/console/codes/export.csv");
  expect(answer.ok()).toBe(true);
  expect(await answer.text()).toContain(code);
});
