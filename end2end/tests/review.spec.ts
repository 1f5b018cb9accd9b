import { accounts } from "../support/accounts.ts";
import { applyForCodes, shownCodes } from "../support/codes.ts";
import { submitFirstLicense } from "../support/filing.ts";
import { rowOf, shop, submitCancellation } from "../support/licenses.ts";
import { claim, openFromQueue, reject } from "../support/review.ts";
import { expect, test } from "../support/test.ts";

test("of two reviewers one decides, and the other is told who was first", async ({
  person,
  words,
}) => {
  const holder = await person("holder");
  await holder.goto("/console");
  await submitCancellation(holder, words, shop);

  const first = await person("reviewer");
  const second = await person("reviewer2");
  await openFromQueue(first, shop.domain);
  await openFromQueue(second, shop.domain);
  await expect(second.getByText(accounts.reviewer.name)).toHaveCount(0);
  await claim(first, words);

  // The open page of the second learns of it by itself.
  await expect(
    second.getByText(accounts.reviewer.name, { exact: true }).first(),
  ).toBeVisible();
  await expect(
    second.getByRole("button", { name: words.claim, exact: true }),
  ).toHaveCount(0);
  await expect(
    second.getByRole("button", { name: words.approve, exact: true }),
  ).toHaveCount(0);

  await first.getByRole("button", { name: words.approve, exact: true }).click();
  await expect(
    first.getByRole("button", { name: words.approve, exact: true }),
  ).toHaveCount(0);
});

test(
  "a rejected application comes back with the reason, is modified and submitted again",
  { tag: ["@no-javascript"] },
  async ({ person, words, appears }) => {
    const holder = await person("holder");
    const partner = await person("partner");
    await applyForCodes(holder, words, "vm-eligible", 1);
    await holder.goto("/console/codes");
    const [code = ""] = await shownCodes(holder);
    const domain = "partner-harbor.cn";
    const order = await submitFirstLicense(partner, words, code, {
      domain,
      name: "港湾样例网",
    });

    const reason = "The website name does not fit the entity.";
    const reviewer = await person("reviewer");
    await reject(reviewer, words, domain, reason, {
      field: "website_name",
      reason: "Too short.",
    });

    await appears(partner.getByText(reason).first());
    await expect(
      partner.getByText(words.rejectedByProvider).first(),
    ).toBeVisible();
    // The way to the field that the rejection names saves what was typed on another step.
    await partner.goto(`${order}/edit?step=entity`);
    const remark = partner.locator("#entity_remark");
    await remark.fill("half a sentence");
    await partner.locator(".notice.tone-warning button").click();
    await expect(partner).toHaveURL(/step=website#website_name$/);
    await partner
      .getByRole("button", { name: words.entity, exact: true })
      .click();
    await expect(remark).toHaveValue("half a sentence");
    await partner.goto(`${order}/edit?step=website`);
    await expect(partner.locator("#website_domain")).toHaveValue(domain);
    await partner.locator("#website_name").fill("港湾科技样例");
    await partner
      .getByRole("button", { name: words.next, exact: true })
      .click();
    await partner
      .getByRole("button", { name: words.modifyAndSubmit, exact: true })
      .click();
    await expect(
      partner.getByText(words.inProviderReview).first(),
    ).toBeVisible();

    await openFromQueue(reviewer, domain);
    await expect(reviewer.getByText("港湾科技样例").first()).toBeVisible();
  },
);

test(
  "personal data that was revealed does not follow to another application, which wants a reason",
  { tag: ["@no-javascript"] },
  async ({ person, words }) => {
    const holder = await person("holder");
    const partner = await person("partner");
    const reviewer = await person("reviewer");
    const mobile = reviewer.getByText("13800000001");
    await applyForCodes(holder, words, "vm-eligible", 2);
    await holder.goto("/console/codes");
    const [first = "", second = ""] = await shownCodes(holder);

    const earlier = "partner-harbor.cn";
    const website = { domain: earlier, name: "港湾样例网" };
    const order = await submitFirstLicense(partner, words, first, website);
    await reject(reviewer, words, earlier, "Another name, please.");
    await partner.goto(order);
    await partner.getByRole("link", { name: words.abandon }).click();
    await partner
      .getByRole("dialog")
      .getByRole("button", { name: words.abandon })
      .click();
    await expect(partner.getByRole("dialog")).toBeHidden();
    const domain = "partner-lake.cn";
    await submitFirstLicense(partner, words, second, { ...website, domain });

    await openFromQueue(reviewer, domain);
    await reviewer
      .getByRole("button", { name: "Reveal personal data" })
      .click();
    await expect(mobile.first()).toBeVisible();
    await reviewer.getByRole("link", { name: words.firstLicense }).click();
    await expect(
      reviewer.getByRole("heading", { level: 1, name: earlier }),
    ).toBeVisible();
    await expect(mobile).toHaveCount(0);

    // It is not under review.
    await reviewer.getByRole("link", { name: "Reveal personal data" }).click();
    const dialog = reviewer.getByRole("dialog");
    const reason = dialog.getByRole("textbox", { name: words.reason });
    await dialog.getByRole("button", { name: "Reveal" }).click();
    await expect(reason).toHaveAttribute("aria-invalid", "true");
    await expect(mobile).toHaveCount(0);
    await reason.fill("The court asks, case 12.");
    await dialog.getByRole("button", { name: "Reveal" }).click();
    await expect(mobile.first()).toBeVisible();
    await expect(dialog).toBeHidden();
    const supervisor = await person("supervisor");
    await supervisor.goto("/review/audit");
    await expect(
      supervisor.getByText("The court asks, case 12."),
    ).toBeVisible();
  },
);

test(
  "a rejection without a reason is not accepted",
  { tag: ["@no-javascript"] },
  async ({ person, words }) => {
    const holder = await person("holder");
    await holder.goto("/console");
    await submitCancellation(holder, words, shop);
    const reviewer = await person("reviewer");
    await reject(reviewer, words, shop.domain, "");
    await expect(
      reviewer.getByText("Give at least one reason").first(),
    ).toBeVisible();
    await holder.reload();
    await expect(
      holder.getByText(words.inProviderReview).first(),
    ).toBeVisible();
  },
);

test("the authority's rejection reaches the holder, who keeps the access", async ({
  person,
  authority,
  words,
  appears,
}) => {
  const holder = await person("holder");
  await holder.goto("/console");
  await submitCancellation(holder, words, shop);
  const reviewer = await person("reviewer");
  await openFromQueue(reviewer, shop.domain);
  await claim(reviewer, words);
  await reviewer
    .getByRole("button", { name: words.approve, exact: true })
    .click();
  await authority.reject(shop.domain, "接入信息不符");
  await appears(holder.getByText("接入信息不符").first());
  await holder.goto("/console");
  await expect(rowOf(holder, shop)).toBeVisible();
});

test("the audit trail shows what was done, to those who may read it", async ({
  person,
  words,
}) => {
  const holder = await person("holder");
  await holder.goto("/console");
  await submitCancellation(holder, words, shop);
  const auditor = await person("auditor");
  await auditor.goto("/review/audit");
  await expect(auditor.getByText("hol•••@example.com").first()).toBeVisible();
  await auditor.getByLabel("Application number", { exact: true }).fill("CA-");
  await auditor.getByRole("button", { name: "Search", exact: true }).click();
  await auditor.waitForURL(/application=CA-/);
  await expect(auditor.getByText("hol•••@example.com")).toHaveCount(0);
  await openFromQueue(auditor, shop.domain);
  await expect(
    auditor.getByRole("button", { name: words.approve, exact: true }),
  ).toHaveCount(0);
});
